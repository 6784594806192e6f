"""Chinese numerals: simplified, traditional and the forms of bank notes (大写)."""

from __future__ import annotations

from factcheck.language.numerals import Numerals

TABLE = Numerals(
    digits={
        **dict.fromkeys("零〇○", 0),
        **dict.fromkeys("一壹弌", 1),
        **dict.fromkeys("二贰貳两兩俩倆", 2),
        **dict.fromkeys("三叁參仨", 3),
        **dict.fromkeys("四肆", 4),
        **dict.fromkeys("五伍", 5),
        **dict.fromkeys("六陆陸", 6),
        **dict.fromkeys("七柒", 7),
        **dict.fromkeys("八捌", 8),
        **dict.fromkeys("九玖", 9),
        "廿": 20,
        "卅": 30,
    },
    multipliers={
        **dict.fromkeys("十拾", 10),
        **dict.fromkeys("百佰", 100),
        **dict.fromkeys("千仟", 1000),
        **dict.fromkeys("万萬", 10**4),
        **dict.fromkeys("亿億", 10**8),
        "兆": 10**12,
        "打": 12,
    },
    shorthand={"k": 10**3, "K": 10**3, "M": 10**6},
    vague={"数": (2, 10), "數": (2, 10), "几": (2, 10), "幾": (2, 10), "上": (1, 10)},
    not_vague_behind="以网线路岸海陆身世马史础晚早水地天台市街会版榜手车船山之加向北南东西人总户个件次指函单双基系倍位代分整小参读少多奇偶算",
    fixed={"一半": (1, 2), "半数": (1, 2), "对折": (1, 2), "對折": (1, 2)},
    halves=frozenset("半"),
    negative="负 負 零下",
    point="点 點",
    more="余 餘 多 几 幾 来",
    joiners="至 到",
    between={"介于": "和"},
    changing="由 从 自",
    moving="",
    spanning="",
    list_marks="、|和|与|及|以及|或",
    goes_on="0123456789０１２３４５６７８９半多余分(（",
    within="",
    ends_figure=r"(?!)",
    out_of="分?[（(](?:满分|总分)为?([0-9]{1,4})分?[)）]",
    more_behind=dict.fromkeys("多余", "次个個种样家项名位方渠层级部门条件处所类"),
    counts_alone=False,
    tenths="成(?![立员果为本品熟都功长就绩效分交因型])|折(?![合算叠旧扣])",
    unscaled={
        "百": "分[点點]",
        "千": "[克米瓦卡伏赫帕焦]",
        "兆": "[瓦赫帕伏字欧带宽比]",
        "打": "[破开造击响好赢通败工下出入]",
    },
)

"""How Chinese enumerates: 以下三项, 四融(…), 一是…二是…, 一、（一）1.（1）①."""

from __future__ import annotations

from factcheck.language.enumerations import Enumerations

_DIGITS = "一二三四五六七八九"
_NUMERAL = f"(?:[{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}])"
_KINDS = (
    "大类|类|大|项|点|条|种|方面|个方面|件事|件|步|部分|个部分|层面|个层面|环节|个环节|领域|个领域|举措|关键词|个关键词"
)

TABLE = Enumerations(
    topic_pattern=rf"NUMBER(?:{_KINDS}|个(?=问题|重点|阶段|特点|原因|坚持|转变|关系|步骤|目标|要求|抓手|字|原则|板块|维度|任务|体系|工程|行动|系列)|[\u4e00-\u9fff]{{1,4}}(?=”))",
    bracket_pattern=rf"NUMBER(?:{_KINDS}|个|家|所|座|名|位)?(?![月日年号届期楼版批次世天届度级层点省县市区州国镇乡村])[\u4e00-\u9fff]{{1,6}}”?(?=[（(])",
    sum_pattern=rf"NUMBER(?:{_KINDS}|个|省|市|县|区|国|地|者)",
    sum_heads="(?:个|大)?(?:方面|领域|环节|行业|层面|维度|板块|阶段|季节|学段|片区|街道|乡镇)",
    that_is_pattern="，?,?(?:即|也就是|分别(?:是|为)(?![0-9]))[：:]?|[：:]|——",
    item_mark="、",
    ands=("以及", "和", "与", "及"),
    more=("等", "等等", "…", "……"),
    aside_pattern="其中|包括|如|例如|比如|特别是|尤其是",
    clause_marks="，,。；;：:！!？?\n",
    ordinals={
        **{numeral: value for value, numeral in enumerate(_DIGITS, start=1)},
        "十": 10,
        **{f"十{numeral}": value for value, numeral in enumerate(_DIGITS, start=11)},
        "二十": 20,
        **{f"二十{numeral}": value for value, numeral in enumerate(_DIGITS, start=21)},
        "三十": 30,
        **{chr(0x245F + value): value for value in range(1, 21)},
    },
    series=(
        rf"第(?P<n>{_NUMERAL})(?=[，,、：:]|是|个是)",
        rf"(?P<n>{_NUMERAL})是",
        rf"(?P<n>{_NUMERAL})要",
        rf"其(?P<n>{_NUMERAL})(?=[，,、：:]|是)",
        "(?P<n>[①-⑳])",
        rf"[（(](?P<n>{_NUMERAL})[）)]",
        r"[（(](?P<n>[0-9]{1,2})[）)]",
    ),
    last_pattern="最后|此外|另外|再有|还有|再就是|同时|与此同时",
    headings=(
        rf"第(?P<n>{_NUMERAL})[章编篇部]",
        rf"第(?P<n>{_NUMERAL})节",
        rf"(?P<n>{_NUMERAL})、",
        rf"[（(](?P<n>{_NUMERAL})[）)]",
        r"(?P<n>[0-9]{1,2})[.．、](?![0-9])",
        r"[（(](?P<n>[0-9]{1,2})[）)]",
        r"(?P<n>[0-9]{1,2})[)）]",
    ),
)

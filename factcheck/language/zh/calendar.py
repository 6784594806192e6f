"""How Chinese writes dates and stretches of time.

A set of many characters is dear to compile (half a millisecond), so the pattern has as few as it can: figures and what links
them share one, and what is no date among them (三年, 五、六) is left to the reader of figures.
"""

from __future__ import annotations

from factcheck.language.calendar import Calendar

_FIGURES = r"[\d一二三四五六七八九十〇零○Ｏ两百首、和及与至到—–~～－\s-]"
_NAMED = "十一五|十二五|十三五|十四五|十五五"
_QUOTED = "一五|二五|三五|四五|五五|六五|七五|八五|九五|十五"

TABLE = Calendar(
    pattern=(
        '(?=[\\d一二三四五六七八九十首两前头第近过最这未今接去明后上下本当同次翌全年“"])'
        r"(?:(?P<iso>(?<![\d.])(?:19|20)\d\d(?:-\d\d?-|/\d\d?/|\.\d\d?\.)\d\d?(?!\d))"
        r"|(?<![\d.．])(?P<before>前|头|第|近|最近|过去|这|未来|今后|接下来|下一个)?的?"
        rf"(?P<figures>(?=\d|一|二|三|四|五|六|七|八|九|十|首|两){_FIGURES}{{1,40}}+)"
        r"(?P<unit>年代|年度|年份|年来|年间|年|财年|个月|月份|月|个季度|季度|季(?=末)|日|号|世纪)"
        # The guards keep out 三年前年…, 说明年…, 以上年龄, 基本年…, 不同年龄, 安全年…, 达产后年产….
        r"|(?P<word>去年|今年|(?<!说)明年|(?<!\w)(?:前年|后年|前半年|后半年)|(?<!以)上一?年|(?<!基)本[年月]|[上下]半年"
        r"|当年|(?<!不)(?<!共)同年|(?<!\d)次年|翌年|(?<!安)全年|年(?:(?=底)|(?=末)|(?=初))"
        r"|这个月|(?<!以)[上下]个?月|[当同]月|上个?世纪|本世纪)(?:度|份(?!额))?"
        rf"|(?:“|\")?(?P<plan>{_NAMED}|(?:{_QUOTED})(?=”|\"|时期|期间))(?:”|\")?(?:时期|期间)?)"
    ),
    moments=(
        {"去年": ("relative_year", -1), "今年": ("relative_year", 0), "明年": ("relative_year", 1)}
        | {"前年": ("relative_year", -2), "后年": ("relative_year", 2), "本年": ("relative_year", 0)}
        | {"当年": ("said_year", 0), "同年": ("said_year", 0), "全年": ("said_year", 0), "年": ("said_year", 0)}
        | {"上年": ("said_year", -1), "上一年": ("said_year", -1), "次年": ("said_year", 1), "翌年": ("said_year", 1)}
        | {"上半年": ("half", 1), "前半年": ("half", 1), "下半年": ("half", 2), "后半年": ("half", 2)}
        | {"本月": ("relative_month", 0), "这个月": ("relative_month", 0)}
        | {"上月": ("relative_month", -1), "上个月": ("relative_month", -1)}
        | {"下月": ("relative_month", 1), "下个月": ("relative_month", 1)}
        | {"当月": ("said_month", 0), "同月": ("said_month", 0)}
        | {"上世纪": ("relative_century", -1), "上个世纪": ("relative_century", -1)}
        | {"本世纪": ("relative_century", 0)}
    ),
    frames=(
        {"年": "years", "年度": "years", "年份": "years", "财年": "fiscal", "月": "months", "月份": "months"}
        | {"日": "days", "号": "days", "年代": "decade", "世纪": "century", "年来": "past"}
        | {"季度": "quarters", "季": "quarters", "第季度": "quarters", "第个季度": "quarters"}
        | {"前季度": "first_quarters", "前个季度": "first_quarters"}
        | {"前个月": "first_months", "头个月": "first_months", "前月": "first_months"}
        | {f"{before}{unit}": "past" for before in ("近", "最近", "过去", "这") for unit in ("年", "年来", "年间")}
        | {f"{before}{unit}": "future" for before in ("未来", "今后", "接下来", "下一个") for unit in ("年", "年间")}
    ),
    false_words=(
        "月饼 月票 月均 月租 月薪 月嫂 月龄 月亮 月光 月球 月子 月度 日均 日内 日游 日报 日夜 日常 日益 日用 日元 "
        "日本 日产 号线 号楼 号店 底线 底部 底色 底气 底层 底座 底子 底数 底蕴 末端 末尾 末位 "
        "初步 初期 初次 初中 初级 初心 初始 初衷 "
        "年轻 年龄 年级 份额 起草 起诉 起步 起点 起伏 起飞 前后 前期"
    ),
    lists=r"\s?(?:、|和|及|与)\s?",
    ranges=r"\s?(?:——|—|–|~|～|－|-|至|到)\s?",
    joints=frozenset({"", "的", " ", "\u3000"}),
    coarse_first=True,
    head=r"(?:(?P<onset>自从|自|从)|(?P<by>截至|截止到|截止|截至到|直到|(?<!达)(?<!高)(?<!加)(?<!长)(?<!升)(?<!降)到|(?<!甚)(?<!增)(?<!降)至))\s?$",
    tail=(
        r"(?:(?P<late>底|末)|(?P<early>初)|(?P<first_third>上旬)|(?P<second_third>中旬)|(?P<last_third>下旬)"
        r"|(?P<middle>中期)|(?P<latter>后期|末期))?(?:(?P<since>以来|至今)|(?P<onset>起)|(?P<by>之前|以前|前))?"
    ),
    connectors=frozenset({"至", "到", "—", "——", "–", "-", "－", "~", "～", " - ", " — ", " 至 ", " 到 "}),
    between={},
    base_before=r"(?:比|较|相比|相较|相对于|不如|好于|高于|低于|超过|多于|少于|(?P<share>恢复到|恢复至|恢复为|相当于))$",
    base_after=r"(?:同期|水平)?(?:相比|相较|比较|持平|为基期|为基数|为基年)",
    base_given=r"(?:同期)?的?\s?\d",
    aside="的|同期",
    bare_year_before=None,
    word_months=frozenset(),
    word_month_before=None,
    prepositions=frozenset({"在", "于", "当地时间"}),
    lone_day=r"\d.*日",
    words=(
        {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "两": 2}
        | {"〇": 0, "○": 0, "零": 0, "Ｏ": 0, "首": 1}
    ),
    plans=(
        {"一五": 1, "二五": 2, "三五": 3, "四五": 4, "五五": 5, "六五": 6, "七五": 7, "八五": 8, "九五": 9}
        | {"十五": 10, "十一五": 11, "十二五": 12, "十三五": 13, "十四五": 14, "十五五": 15}
    ),
    ten="十",
    this_year="今年|本年(?!报)",
    weekdays={"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6},
    weekday_before=None,
    weekday_after=r"\s?(?:（|\(|，|,)?\s?(?:星期|周|礼拜)(?P<weekday>一|二|三|四|五|六|日|天)(?:）|\))?",
)

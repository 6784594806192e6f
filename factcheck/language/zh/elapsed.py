"""How Chinese tells ages, anniversaries, and whether an event lies ahead or behind."""

from __future__ import annotations

from factcheck.language.elapsed import ElapsedWords

_FOUNDED = "成立|创办|创建|建立|始建|兴建|创立|组建|设立|创刊|建成|通车|通航|开馆|开业|投产|建校|建院|建馆|建厂|挂牌"
_EVENTS = "召开|举行|举办|开幕|开工|开馆|开业|启动|揭晓|揭牌|发布|上市|投产|通车|启用|闭幕|上映|开学|开赛|启程|进行"

TABLE = ElapsedWords(
    born_before="(?:出生|诞生|生)于$",
    born_behind="^(?:出生|生[，,的人于。]|诞生)",
    founded_before=f"(?:{_FOUNDED})于$",
    founded_behind=f"^(?:正式|批准|由[^，。]{{1,8}})?(?:{_FOUNDED})",
    anniversary="周年",
    age="岁",
    ahead="将|即将|迎接|明年|后年|到20|届时",
    bounds="以上|以下|以内|至|到|—|-|左右|年龄段|组|[多余]",
    will="(?:将于|定于|拟于|计划于|预计于|将在|拟在|计划在|预计在)$",
    did="(?:已于|已在|刚于)$",
    did_behind=f"^(?:，)?(?:已|已经)(?:正式|圆满|成功|顺利)?(?:{_EVENTS})",
    reported="曾|当时|原定|原计划|原拟|此前|据悉此前|推迟|延期|改期|取消|“[^”]*$",
    reckoned_up=1,
    known={
        "中华人民共和国成立": 1949,
        "新中国成立": 1949,
        "建国": 1949,
        "中国共产党成立": 1921,
        "建党": 1921,
        "建军": 1927,
        "香港回归": 1997,
        "香港回归祖国": 1997,
        "澳门回归": 1999,
        "澳门回归祖国": 1999,
        "改革开放": 1978,
        "五四运动": 1919,
    },
)

"""How a page of the Chinese press is laid out."""

from __future__ import annotations

from factcheck.language.layout import Layout

TABLE = Layout(
    heading_length=45,
    heading_closers="。！!?？；;，,：:、…",
    sentence_closers="。！？!?；;：:…",
    caption_length=45,
    poll_entry_length=6,
    mark_openers="·•●○■□◆◇▪◦–*＊-#>0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩(（一二三四五六七八九十第",
    list_mark=(
        r"[·•●○■□◆◇▪◦–*＊-]\s+|(?:\d{1,3}[.．)）、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*"
        r"|(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])\s*|#{1,6}\s+|>\s*"
    ),
    heading_pattern=(
        r"(?P<first>[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部编篇][ \t\u3000分]|#{1,2}[ \t])"
        r"|(?P<second>[(（][一二三四五六七八九十]{1,3}[)）]|#{3,6}[ \t])"
    ),
    furniture_pattern=(
        r"(?:当前|您的?当前|您所在的?)?位置[：:]|首页$|返回(?:首页|顶部)|责任编辑|责编[：:]|编辑[：:]|分享(?:到|至|[：:]|$)"
        r"|扫(?:一扫|码)|点击(?:量|数|率)|阅读(?:量|数|次数)?[：:]|浏览(?:量|次数)?[：:]|打印(?:本页)?$|关闭(?:窗口)?$|【?(?:纠错|打印|关闭)】?"
        r"|(?:上|下)一篇[：:]|相关(?:阅读|新闻|链接)|版权(?:所有|声明)|Copyright|ICP备|字[号体][：:]|网站地图|联系我们"
    ),
    caption_openers="(（上下左右题图",
    caption_pattern=r"[(（]?(?:上|下|左|右|题)?图(?:为|[：:]|[0-9一二三四五六七八九]+[：: ])|[(（](?:资料图|图片来源|图源)",
    credit_words=("摄", "图"),
    credit_length=24,
    credit_pattern=r"(?:\w{2,8}[\s/／]?(?:摄影|摄)|(?:摄影|图片来源|图源|图)\s?(?:：|:|/|／)\s?\w{2,12})[)）]?$",
    date_label_pattern=(r"(?:(?:发布|发稿|更新|成文|发文|播出|会议|活动)?(?:时间|日期)|date|published)[ \u3000]*[：:]"),
    dateline_pattern=r"[ \u3000]*(?:[)）]|[—-]{1,2}|电|讯|消息)",
    stated_year_pattern=r"(?<!\d)(?P<year>(?:19|20)\d\d) ?年",
    ahead_pattern=r"到|将|计划|预计|力争|规划|目标|争取|拟",
    ahead_length=8,
)

"""Chinese hedges. 过 counts only before a multiplier (过亿元, 过百家): 经过3年 and 通过5项 are no bounds."""

from __future__ import annotations

from factcheck.language.hedges import Hedges, kinds

TABLE = Hedges(
    before={
        **dict.fromkeys(
            "节约 签约 履约 公约 条约 预约 合约 违约 制约 简约 租约 附近 最近 靠近 邻近 临近 走近 亲近 就近 远近 赶超 反超 英超 中超 西超 "
            "打破 侵破 告破 爆破 探索突破".split(),
            "",
        ),
        **kinds(
            (
                "over",
                "超过,超过了,已超过,超,已超,超出,逾,已逾,高于,多于,大于,超越,超逾",
            ),
            (
                "at-least",
                "突破,突破了,已突破,首次突破,破,首破,跨过,跨上,迈过,迈上,越过,跃上,站上,至少,最少,起码,不少于,不低于,不小于,不下,不下于,至少有,≥,不短于,少说",
            ),
            ("under", "不足,少于,低于,小于,未满,不满,未超,尚不足"),
            ("at-most", "至多,最多,不超过,不超,不多于,不高于,不大于,未超过,≤,不逾,没超过"),
            ("nearly", "近,将近,接近,不到,几近,近乎,逼近,还不到,几乎,差不多,即将突破"),
            ("about", "约,大约,大概,约为,约有,约占,约合,大致,估计,预估,大约有,大约是,大约为,大概有,约计,约达,约需"),
        ),
    },
    bare=kinds(("over", "过,破,上")),
    recent=frozenset({"近"}),
    after=kinds(
        ("at-least", "以上,及以上,或以上,以上的,起,起步"),
        ("at-most", "以下,以内,之内,及以下,或以下,封顶"),
        ("about", "左右,上下,许,前后"),
        ("over", "开外,之多,有余"),
        ("under", "之下"),
    ),
)

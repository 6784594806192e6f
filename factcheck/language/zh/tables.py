"""The words by which the heads and the caption of a Chinese table say what its figures are."""

from __future__ import annotations

from factcheck.language.grammar import named, words
from factcheck.language.tables import Tables

TABLE = Tables(
    spaced=False,
    changes=named(
        (
            "growth",
            "涨跌幅度 涨跌幅 涨跌 增长率 增长速度 增长 增速 增幅 涨幅 上涨 同比增减 增减 同比± 增长± ± 变动幅度 变化率 变动 升降",
        ),
        ("decline", "下降 降幅 跌幅 减少幅度 减少 降低"),
        (
            "share",
            "所占比重 所占比例 占比 占总计 占总量 占合计 占全部 占全市 占全省 占全区 占全国 比重 构成比 构成 份额",
        ),
    ),
    bases=named(("year-to-date", "比上年末 较上年末 比上年底 较上年底")),
    values=words(
        """
        绝对量 绝对值 绝对数 总量 数量 数值 数额 金额 数据 数 值 实绩 指标值 实际数 实际 完成数 完成值 完成额 完成 累计
        累计数 实际完成 累计完成 执行数 决算数 决算 本期 本年 本期数 本年数 报告期 水平 年末 年末数 期末 期末数 年末值
        """
    ),
    planned=words("计划数 计划 目标值 目标 预算数 预算 预计数 预计 任务数 任务"),
    formers=words(
        "上年同期 去年同期 上年 去年 同期 上期 上年数 上年执行数 上年决算数 基期 年初数 年初 期初 期初数 上年末"
    ),
    ordinals=words("序号 编号 序"),
    units=words("单位 计量单位 数据单位 指标单位"),
    unit_pattern=r"(?:计量|数据|金额|货币)?单位\s?[:：]\s?(?P<unit>[^)）\]】:：]{1,30})",
    compared_pattern=r"(?:比|较|对比)\s?(?P<year>(?:19|20)\d\d)(?!\d)\s?年?",
    number_pattern=r"附?[图表]\s?[0-9一二三四五六七八九十]{1,3}(?:[-－.][0-9]{1,3})?[:：.、]?",
    generic=words(
        """
        主要经济指标 主要指标 主要 经济 社会 发展 国民 指标 情况 统计表 统计 一览表 一览 完成 执行 数据 汇总表 汇总 明细表 明细
        及其 增长 速度 运行 简表 附表 表 公报 分项 分类 分 及 和 的 与 全年 各
        """
    ),
    looking_ahead=words("报告 计划 规划 预算 建议 纲要 方案"),
    prefaces=words(
        """
        全市 全区 全县 全省 全国 全州 全镇 全年 当年 年末 期末 年底 月末 初步核算 经初步核算 初步统计 据统计 据初步统计 累计 此外 目前 其中 同时
        我市 我省 我区 我县 我国 本市 本区 本县 本省 实现 完成 的 止 底 末 年
        """
    ),
    tails=words("人数 户数 家数 个数 件数 数量 总数 数"),
    place_pattern=(
        r"[\u4e00-\u9fff]{1,5}(?:省|(?<![城超上股都门])市|(?<![地社小辖城片山景市郊灾战特教])区|县|州|(?<!城)镇|(?<!城)乡"
        r"|街道|公司|集团)"
    ),
    millions={},
    scales={},
    told={
        "total": "{name}{figure}",
        "growth": "{name}{basis}增长{figure}",
        "decline": "{name}{basis}下降{figure}",
        "share": "{name}占比{figure}",
    },
    against={"year-on-year": "同比", "period-on-period": "环比", "year-to-date": "较年初", "annual-average": "年均"},
    year="年",
)

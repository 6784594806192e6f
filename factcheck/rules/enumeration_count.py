"""The rule enumeration-count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.case import Case
from factcheck.model.finding import Offence, Related
from factcheck.model.message import say
from factcheck.model.reckoning import enumeration_holds, numbering_holds
from factcheck.model.relation import Enumeration, Mark, Numbering
from factcheck.model.rule import Bad, Good, rule
from factcheck.model.span import Span


@rule(
    severity="error",
    examples=[
        Bad("创新推行⟦四融⟧（法治、自治、德治）治理模式。", says="3 are named, not 4"),
        Bad("针对商业小区、单位小区、棚改小区、三无小区⟦五类⟧小区，各有自治办法。", says="4 are named, not 5"),
        Bad(
            "本届旅游周推出⟦五大⟧主题活动，即开海祭典、渔歌展演、非遗市集和沙滩音乐会，累计演出62场。",
            says="4 are named, not 5",
        ),
        Bad("⟦四类⟧创新平台同步壮大：省实验室27家，产业技术研究院6家，产业研究院55家。", says="3 are named, not 4"),
        Bad(
            "我强调⟦三点⟧。第一，守住面积。第二，管好用水。第三，引进人才。第四，延长链条。", says="4 are named, not 3"
        ),
        Bad("推出以下⟦三项⟧措施：\n1. 减免租金\n2. 发放补贴\n", says="2 are named, not 3"),
        Bad(
            "Officers found ⟦four kinds⟧ of breach: diners too close together, videos shown to customers, and dice games.",
            says="3 are named, not 4",
        ),
        Bad("The plan has ⟦three goals⟧. First, to cut waste. Second, to save water.", says="2 are named, not 3"),
        Bad("一、总体要求\n正文。\n二、主要任务\n正文。\n⟦四、⟧保障措施\n正文。", says="四、 follows 二、"),
        Bad("工作有三项：一是抓生产，二是保供应，⟦四是⟧稳价格。", says="四是 follows 二是"),
        Bad("落实“⟦三个一批⟧”，即新建一批、改造一批、提升一批、淘汰一批。", says="4 are named, not 3"),
        Bad("围绕教育、医疗、养老、住房⟦五个方面⟧推出实事。", says="4 are named, not 5"),
        Bad("做好以下⟦四项⟧工作：（一）抓好春耕；（二）抓好防汛；（三）抓好抗旱。", says="3 are named, not 4"),
        Bad(
            "⟦Three measures⟧ were announced: a tax cut, a grant, a loan scheme and a hotline.",
            says="4 are named, not 3",
        ),
        Bad("The scheme covers ⟦six towns⟧ (Ashby, Benton, Corley, Denby and Elton).", says="5 are named, not 6"),
        Bad("It acts on ⟦five fronts⟧: (1) roads; (2) schools; (3) parks; (4) clinics.", says="4 are named, not 5"),
        Bad("1. Sign in.\n2. Choose a file.\n⟦2.⟧ Send it.", says="2. follows 2."),
        Good("创新推行四融（法治、自治、德治、智治）治理模式。", because="four are named"),
        Good("已在北京、上海等11个省份推广。", because="等 leaves the list open"),
        Good("深入学习、宣传、贯彻四项基本原则。", because="these are verbs, not the principles"),
        Good("三大任务：改革、发展、安全和稳定。", because="和 may join two halves of one item"),
        Good("把握两点：一是坚持方向；一是提倡先富。", because="一是 … 一是 names two"),
        Good("我强调三点。第一，守住面积。第二，管好用水。最后，引进人才。", because="the last has no number"),
        Good("全国31个省（区、市）均已出台方案。", because="the bracket gives other words for 省"),
        Good("新建公园、广场、停车场5个，投入900万元。", because="the number counts what was built"),
        Good("五险一金（养老、医疗、失业、工伤、生育保险和住房公积金）全部缴纳。", because="it is a name"),
        Good("四川（成都、绵阳）分会场同时启动。", because="四川 is a name"),
        Good(
            "It has three parts: a fund, which opens in May, a school and a prize.",
            because="an aside makes the list unsure",
        ),
        Good("Two steps: tell the police and your bank.", because="two are named"),
        Good("落实“两不愁三保障”，即不愁吃、不愁穿，教育、医疗、住房有保障。", because="the name holds two numbers"),
        Good("新建学校4所（小学2所、初中2所）。", because="the list says how many are of each kind"),
        Good(
            "The agency shut 4 premises: 3 in the north and 1 in the west.", because="the places are counted, not named"
        ),
        Good("Two things: cut waste, save water and energy.", because="“and” may join two halves of one item"),
        Good("1. Sign in.\n2. Choose a file.\n3. Send it.", because="one by one"),
        Good(
            "1. Sign in.\n1. Choose a file.\n1. Send it.",
            because="all items bear one number, as some writing tools allow",
        ),
    ],
)
def enumeration_count(case: Case) -> Iterable[Offence]:
    """Flag an announced number of things that is not the number of those named, and numbers that skip or repeat one.

    Lists are counted in brackets, behind a colon, before their number (…四类小区), as items, and by their ordinals (一是, First).
    Only lists whose end is sure are counted, and what may be one item or two counts as both.
    """
    for each in case.relations.enumerations:
        if not enumeration_holds(each):
            yield _of_list(each)
    for numbering in case.relations.numberings:
        yield from _of_numbers(case, numbering)


def _of_list(each: Enumeration) -> Offence:
    named = min(each.counts, key=lambda count: abs(count - each.number))
    return Offence(
        span=each.announced,
        message=say("{named} are named, not {number}", named=named, number=each.number),
        found=str(each.number),
        expected=str(named),
        related=(Related(say("the list"), span=each.items),),
    )


def _of_numbers(case: Case, numbering: Numbering) -> Iterator[Offence]:
    if numbering_holds(numbering):
        return
    for before, mark in zip(numbering.marks, numbering.marks[1:], strict=False):
        if mark.number != before.number + 1:
            yield Offence(
                span=_bare(case, mark),
                message=say("{mark} follows {before}", mark=_text(case, mark), before=_text(case, before)),
                related=(Related(say("{before} stands here", before=_text(case, before)), span=before.span),),
            )


def _text(case: Case, mark: Mark) -> str:
    return case.document.cut(_bare(case, mark))


def _bare(case: Case, mark: Mark) -> Span:
    """A mark's place without white space at its end."""
    text = case.document.cut(mark.span)
    return Span(mark.span.start, mark.span.end - (len(text) - len(text.rstrip())))

"""English names and expressions with numbers in them."""

from __future__ import annotations

from factcheck.language.idioms import Idioms

_FUNCTION = (
    r"(?:for|in|on|at|to|and|the|with|when|as|an?|by|from|or|but|which|that|it|he|she|they|we|was|were|is|are|has|have|had|will"
    r"|would|its|his|her|their|our|this|these|those|across|versus|plus|minus|less|us|after|before|until|through|towards)"
)

TABLE = Idioms(
    words="""
        COVID-19, G7, G8, G20, 5G, 4G, 3G, 6G, 2G, H1N1, H5N1, H7N9, 401k, 401(k), CO2, PM2.5, 9/11, 24/7, 7/7, 50/50, one another, one by one, no one,
        one day, at once, one-off, one-stop, one-time, one-way, two-way, one on one, square one, day one, one and only,
        big three, big four, big five, gang of four, fab four, six nations,
        ten commandments, half-year, a half-year, half-time, half-century, five-year plan, world war one, world war two, catch-22, seven-eleven, 7-eleven, formula one, for one thing
    """,
    behind="st, nd, rd, th, am, pm, a.m, p.m, o'clock, AM, PM, BC, AD, BCE, CE, GMT, UTC, EST, PST, EDT, PDT, °N, °S, °E, °W",
    apart=r"(?!)",
    ordinal="",
    row_numerals="",
    labels="""
        no., nos., number, section, sections, chapter, article, articles, table, figure, fig., page, pages, p., pp., para, paragraph,
        paragraphs, clause, rule, regulation, schedule, annex, appendix, part, volume, vol., version, phase, stage, level, grade, class,
        type, group, tier, route, highway, line, room, flat, unit, suite, building, block, floor, gate, platform, terminal, flight,
        channel, item, question, option, step, lesson, module, episode, season, series, game, round, lot, plot, zone, ward, district,
        act, title, footnote, note, row, seat, apollo, windows, iphone, model, formula, boeing, airbus, act of, order, resolution,
        proposition, box, category, exercise, exercise nr., psalm, verse, mark, form, basel, fortune, forbes, s&p, ftse, nikkei, cac, dax, dow, hang seng, interstate, python, area, studio, s., ss.,
        cap, cap., tel, tel., telephone, phone, hotline, fax, agenda, vision, horizon, day, week, year, month
    """,
    signs="",
    units={},
    most={},
    months="""
        January, February, March, April, May, June, July, August, September, October, November, December,
        Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sep, Sept, Oct, Nov, Dec, Jan., Feb., Mar., Apr., Jun., Jul., Aug., Sep., Sept., Oct., Nov., Dec.
    """,
    attributed="",
    quotes=("“‘", "”’"),
    nouns_after=rf"[ \u00a0](?:of\b|(?:(?!{_FUNCTION}\b)[a-z-]+[ \u00a0]){{0,2}}(?!{_FUNCTION}\b)(?:[a-z]{{3,}}s|people|men|women|children)\b)",
    years_of=(
        r"[ \u00a0](?:[a-z]+[ \u00a0])?(?:levels?|prices|terms|figures|results|rates|elections?|games|olympics|estimates|targets|budgets?|accounts"
        r"|reforms|standards|guidelines|rules|protests|riots|attacks|floods|fires|finals|championships|editions?|models|regulations|forecasts|totals)\b"
    ),
    numbered=(
        r"[ \u00a0](?:[A-Z][\w'’.]*[ \u00a0]){0,4}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Boulevard|Walk|Square|Crescent|Place|Terrace"
        r"|Close|Way|Hill|Quay|Link|View|Court|Central|Promenade|Loop|Rise|Circle|Heights|Grove|Mount|Jalan|Lorong)\b|\([a-z]{1,3}\)"
    ),
    capitals=True,
)

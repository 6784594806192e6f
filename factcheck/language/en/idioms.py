"""English names and expressions with numbers in them."""

from __future__ import annotations

from factcheck.language.idioms import Idioms

TABLE = Idioms(
    words="""
        COVID-19, G7, G8, G20, 5G, 4G, 3G, 6G, 2G, H1N1, H5N1, H7N9, CO2, PM2.5, 9/11, 24/7, 7/7, 50/50, one another, one by one, no one,
        one day, at once, one-off, one-stop, one-time, one-way, two-way, one on one, square one, day one, one and only,
        world war one, world war two, catch-22, seven-eleven, formula one, for one, one thing
    """,
    behind="st, nd, rd, th, am, pm, a.m, p.m, o'clock, AM, PM, BC, AD, BCE, CE, GMT, UTC, EST, PST, EDT, PDT, °N, °S, °E, °W",
    ahead="""
        no., nos., number, section, sections, chapter, article, articles, table, figure, fig., page, pages, p., pp., para, paragraph,
        paragraphs, clause, rule, regulation, schedule, annex, appendix, part, volume, vol., version, phase, stage, level, grade, class,
        type, group, tier, route, highway, line, room, flat, unit, suite, building, block, floor, gate, platform, terminal, flight,
        channel, item, question, option, step, lesson, module, episode, season, series, game, round, lot, plot, zone, ward, district,
        act, title, footnote, note, row, seat, apollo, windows, iphone, model, formula, boeing, airbus, act of, order, resolution,
        proposition, box, category, exercise, exercise nr., psalm, verse, mark, form, basel, agenda, vision, horizon, day, week, year, month
    """,
    slogan_tails="",
    attributed="",
)

"""The words by which the heads and the caption of a table say what its figures are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.claim import Basis, Measure
from factcheck.model.document import Language


class Tables(Struct, frozen=True):
    """One language's words of tables, in small letters. Fields that end in `pattern` are regular expressions.

    `spaced` tells whether words are set apart by spaces.
    """

    spaced: bool
    changes: tuple[tuple[str, Measure], ...]  # what makes a column one of changes or shares, and names nothing
    bases: tuple[tuple[str, Basis], ...]  # what changes are measured against, beside the words of prose
    values: tuple[str, ...]  # heads that say nothing of their figures: 绝对量, amount
    planned: tuple[str, ...]  # heads of what is planned: 预算数, target
    formers: tuple[str, ...]  # heads of a time before, which is not told: 上年同期, prior year
    ordinals: tuple[str, ...]  # the head of a column that numbers the rows
    units: tuple[str, ...]  # the head of a column that gives the rows' units
    unit_pattern: str  # a line over the table that gives the unit of its figures, as group "unit"
    compared_pattern: str  # a year that a head compares its figures with, as group "year": 比2023年, on 2023
    number_pattern: str  # how a caption begins: 表1, Table 2.3
    generic: tuple[str, ...]  # words of a caption that narrow nothing down: 主要指标, key figures
    looking_ahead: tuple[str, ...]  # titles whose year is not that of the figures below: 2025年政府工作报告
    prefaces: tuple[str, ...]  # what may stand before a name in prose and is no part of it: 全年, our
    tails: tuple[str, ...]  # what may stand behind a name for a number of things: 企业|数
    place_pattern: str  # a place or firm in prose that what follows is of
    millions: Mapping[str, tuple[str, ...]]  # units alone that are millions, but beside names with one of these words
    scales: Mapping[str, str]  # spellings of scales that only tables have: $'000
    told: Mapping[Measure, str]  # how prose tells a measure: of a rate as it is, of all else the total
    against: Mapping[Basis | None, str]  # how it tells against what a change is measured
    year: str  # what stands behind the figures of a year in prose


@cache
def table(language: Language) -> Tables:
    """The words of tables in a language, loaded when first asked for."""
    found: Tables = import_module(f"factcheck.language.{language}.tables").TABLE
    return found

"""The values of a fact that a grammar reads: its figure, its period, its tolerance."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck.facts import form
from factcheck.facts.fields import Faults
from factcheck.facts.yaml_nodes import Scalar
from factcheck.model.claim import Measure
from factcheck.model.document import Language
from factcheck.model.fact import Tolerance
from factcheck.model.message import listed, say
from factcheck.model.period import Day, Period
from factcheck.model.problem import nearest
from factcheck.model.quantity import Quantity

# A tolerance in one of these is a share of the value, whatever the value's unit.
_SHARES = {"percent": 100, "permille": 1000}


def guess_language(text: str) -> Language:
    """Chinese when any Chinese character stands in the text."""
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def read_quantity(node: Scalar | None, language: Language, faults: Faults) -> Quantity | None:
    """The figure of a value, with its hedge; spans count from the value's own start.

    A value may say what it counts or how it moved (九部门, "decreased 0.7 percent") as long as one figure stands in it.
    """
    if node is None:
        return None
    from factcheck.extraction.quantities import read_quantities, read_value  # noqa: PLC0415

    text = node.text.strip()
    value = read_value(text, language)
    if value is not None:
        return value
    inside = read_quantities(text, language)
    if len(inside) == 1:
        return inside[0]
    said = say("“{text}” is not read as one figure", text=text)
    faults.report(node, said, say("write it as in a text: 76家, 1.2万余件, 7.8%, $1.2bn, one in four"))
    return None


def read_when(node: Scalar | None, language: Language) -> Period | None:
    """The period that the whole text names; None for free words, which are no fault."""
    return None if node is None else _period(node.text.strip(), language)


@cache  # the facts of a file mostly share a few periods
def _period(text: str, language: Language) -> Period | None:
    from factcheck.extraction.periods import read_period  # noqa: PLC0415

    return read_period(text, language)


def read_tolerance(node: Scalar | None, value: Quantity | None, language: Language, faults: Faults) -> Tolerance | None:
    """A share (0.5%) or an amount that can be added to the value (100家 for 76家; 0.1个百分点 for 7.8%)."""
    if node is None:
        return None
    from factcheck.extraction.quantities import read_value  # noqa: PLC0415

    text = node.text.strip()
    amount = read_value(text, language)
    if amount is None or amount.hedge is not None or amount.form != "exact" or amount.low < 0:
        advice = say("write a share such as 0.5%, or an amount in the unit of the value")
        faults.report(node, say("“{text}” is no tolerance", text=text), advice)
        return None
    if amount.dimension in _SHARES:
        return Tolerance(Fraction(amount.low) / _SHARES[amount.dimension], relative=True)
    if value is None:
        return None
    absolute = _in_unit_of(value, amount)
    if absolute is None:
        said = say("a tolerance of “{text}” can't be added to “{value}”", text=text, value=value.text)
        faults.report(node, said, say("write a share such as 0.5%, or an amount in the unit of the value"))
        return None
    return Tolerance(absolute, relative=False)


def _in_unit_of(value: Quantity, amount: Quantity) -> Fraction | None:
    """The amount in the base unit of the value's dimension; None when the two can't be added."""
    counts = {"count", "person", "number"}
    if amount.dimension == "number":
        return amount.base_low * value.measured_in.factor
    if amount.dimension == value.dimension or {amount.dimension, value.dimension} <= counts:
        return amount.base_low
    if (amount.dimension, value.dimension) == ("point", "percent"):
        return amount.base_low
    return None


def read_measure(node: Scalar | None, faults: Faults) -> Measure | None:
    """One of the measures that the program tells apart."""
    if node is None:
        return None
    word = node.text.strip()
    found = next((measure for measure in form.MEASURES if measure == word), None)
    if found is None:
        near = nearest(word, form.MEASURES)
        advice = say("write “{near}”", near=near) if near else say("write one of: {words}", words=listed(form.MEASURES))
        faults.report(node, say("there is no measure “{word}”", word=word), advice)
    return found


def read_flag(node: Scalar | None, key: str, faults: Faults) -> bool:
    """Only `true` and `false`: what YAML makes of yes, no, on and off differs from version to version."""
    if node is None:
        return False
    if node.text not in ("true", "false"):
        meant = "false" if node.text.lower() in ("no", "off", "n", "0", "false") else "true"
        said = say("“{key}” is true or false, not “{text}”", key=key, text=node.text)
        faults.report(node, said, say("write “{key}: {meant}”", key=key, meant=meant))
    return node.text == "true"


def read_day(node: Scalar | None, faults: Faults) -> Day | None:
    """A day of the calendar as YYYY-MM-DD (ISO 8601)."""
    if node is None:
        return None
    from datetime import date  # noqa: PLC0415

    try:
        day = date.fromisoformat(node.text.strip())
    except ValueError:
        faults.report(node, say("“{text}” is no date", text=node.text.strip()), say("write it as 2021-01-05"))
        return None
    return Day(day.year, day.month, day.day)

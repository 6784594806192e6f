"""What `explain` prints: a rule's docstring, and its examples with the offending words underlined by carets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.cells import cell_len

from factcheck.model.message import say
from factcheck.model.rule import Bad, Good, Rule
from factcheck.model.span import Span
from factcheck.reporting.fold import fold, folded
from factcheck.reporting.plain import plain_line
from factcheck.reporting.words import SEVERITY_WORDS
from factcheck.translation.translator import ENGLISH, Translator

_INDENT = "    "
_OPENS, _CLOSES = "⟦", "⟧"


def rule_page(rule: Rule, *, width: int = 80, translate: Translator = ENGLISH) -> str:
    """The whole page, as plain text for `width` terminal cells."""
    bad = [example for example in rule.examples if isinstance(example, Bad)]
    good = [example for example in rule.examples if isinstance(example, Good)]
    return "\n".join(
        [
            translate(say("{rule} ({severity})", rule=rule.id, severity=SEVERITY_WORDS[rule.severity])),
            "",
            *_paragraphs(map(translate.text, rule.paragraphs), width),
            *_options(rule, width, translate),
            *(_facts(translate(say("Against these facts:")), rule.facts) if rule.facts else ()),
            "",
            translate(say("Reported:")),
            *(line for example in bad for line in _bad(example, width, translate)),
            "",
            translate(say("Not reported:")),
            *(line for example in good for line in _good(example, width, translate)),
            "",
        ]
    )


def marked(draft: str) -> tuple[str, tuple[Span, ...]]:
    """An example's draft without its ⟦⟧, and the spans that they enclose."""
    text, spans, start = "", [], 0
    for char in draft:
        if char == _OPENS:
            start = len(text)
        elif char == _CLOSES:
            spans.append(Span(start, len(text)))
        else:
            text += char
    return text, tuple(spans)


def _paragraphs(paragraphs: Iterable[str], width: int) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        yield from folded(paragraph, width)


def _options(rule: Rule, width: int, translate: Translator) -> Iterator[str]:
    """The options of a rule as a configuration names them, each with its default."""
    if rule.defaults:
        yield from ("", translate(say("Options:")))
    for name, default in rule.defaults.items():
        yield f"{_INDENT}{name.replace('_', '-')} = {_toml(default)}"
        meaning = translate.text(rule.options[name])
        yield from (f"{2 * _INDENT}{line}" for line in folded(meaning, width - 2 * len(_INDENT)))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "[]" if value == () else str(value)


def _facts(head: str, entries: str) -> Iterator[str]:
    yield from ("", head)
    yield from (f"{_INDENT}{line}" for line in entries.strip().splitlines())


def _bad(example: Bad, width: int, translate: Translator) -> Iterator[str]:
    yield ""
    yield from _draft(example.draft, width)
    said = (example.says,) if isinstance(example.says, str) else example.says
    for message in said:
        yield from _said(translate.text(message), width)
    yield from _own_facts(example, translate)


def _good(example: Good, width: int, translate: Translator) -> Iterator[str]:
    yield ""
    yield from _draft(example.draft, width)
    yield from _said(translate.text(example.because), width)
    yield from _own_facts(example, translate)


def _own_facts(example: Bad | Good, translate: Translator) -> Iterator[str]:
    if example.facts:
        yield from (f"  {line}" for line in _facts(translate(say("against:")), example.facts) if line)


def _draft(draft: str, width: int) -> Iterator[str]:
    """The lines of a draft, folded, each with carets under what is marked in it."""
    text, spans = marked(draft)
    at = 0
    for line in text.split("\n"):
        inside = [Span(max(0, span.start - at), span.end - at) for span in spans]
        yield from _underlined(line, inside, width) if line else [""]
        at += len(line) + 1


def _underlined(line: str, spans: list[Span], width: int) -> Iterator[str]:
    for first, last in pairwise((0, *fold(line, width - len(_INDENT)), len(line))):
        yield _INDENT + line[first:last].rstrip(" ")
        carets = "".join(
            ("^" if any(span.start <= place < span.end for span in spans) else " ") * cell_len(line[place])
            for place in range(first, last)
        ).rstrip(" ")
        if carets:
            yield _INDENT + carets


def _said(message: str, width: int) -> Iterator[str]:
    for number, line in enumerate(folded(plain_line(message), width - len(_INDENT) - 2)):
        yield f"{_INDENT}{'→ ' if number == 0 else '  '}{line}"

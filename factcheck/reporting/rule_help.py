"""A rule's explanation and examples for a service that shows help beside a finding: as plain text and as Markdown.

The drafts keep their ⟦…⟧ marks round what is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.message import listed, say
from factcheck.model.rule import Bad, Good, Rule
from factcheck.translation.translator import ENGLISH, Translator


def help_text(rule: Rule, translate: Translator = ENGLISH) -> str:
    """The page in plain text."""
    parts = [explanation(rule, translate)]
    if rule.facts:
        parts.append(f"{translate(say('Against these facts:'))}\n{_indented(rule.facts.strip())}")
    parts += (f"{head}\n{_indented(draft)}\n  → {said}" for head, draft, said in _examples(rule, translate))
    return "\n\n".join(parts)


def help_markdown(rule: Rule, translate: Translator = ENGLISH) -> str:
    """The page in CommonMark: explanation, facts and drafts in code blocks, so that nothing in them is markup."""
    parts = [explanation(rule, translate)]
    if rule.facts:
        parts.append(f"{translate(say('Against these facts:'))}\n\n{_fenced(rule.facts.strip())}")
    parts += (
        f"{translate(say('{head} {said}', head=head, said=said))}\n\n{_fenced(draft)}"
        for head, draft, said in _examples(rule, translate)
    )
    return "\n\n".join(parts)


def explanation(rule: Rule, translate: Translator = ENGLISH) -> str:
    """What a rule asks, a line a paragraph."""
    return "\n\n".join(map(translate.text, rule.paragraphs))


def _examples(rule: Rule, translate: Translator) -> Iterator[tuple[str, str, str]]:
    """What heads each example, its draft (with facts of its own below), and what is said of it."""
    for example in rule.examples:
        draft = example.draft.strip("\n")
        if example.facts:
            draft += f"\n\n{translate(say('against:'))}\n{example.facts.strip()}"
        match example:
            case Bad():
                said = (example.says,) if isinstance(example.says, str) else example.says
                yield translate(say("Reported:")), draft, translate(listed(map(translate.text, said), "semicolon"))
            case Good():
                yield translate(say("Not reported:")), draft, translate.text(example.because)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.split("\n"))


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"

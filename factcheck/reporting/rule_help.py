"""A rule's explanation and examples for a service that shows help beside a finding: as plain text and as Markdown.

The drafts keep their ⟦…⟧ marks round what is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.rule import Bad, Good, Rule


def help_text(rule: Rule) -> str:
    """The page in plain text."""
    parts = [rule.explanation]
    if rule.facts:
        parts.append(f"Against these facts:\n{_indented(rule.facts.strip())}")
    parts += (f"{head}:\n{_indented(draft)}\n  → {said}" for head, draft, said in _examples(rule))
    return "\n\n".join(parts)


def help_markdown(rule: Rule) -> str:
    """The page in CommonMark: explanation, facts and drafts in code blocks, so that nothing in them is markup."""
    parts = [rule.explanation]
    if rule.facts:
        parts.append(f"Against these facts:\n\n{_fenced(rule.facts.strip())}")
    parts += (f"{head}: {said}\n\n{_fenced(draft)}" for head, draft, said in _examples(rule))
    return "\n\n".join(parts)


def _examples(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """What heads each example, its draft (with facts of its own below), and what is said of it."""
    for example in rule.examples:
        draft = example.draft.strip("\n")
        if example.facts:
            draft += f"\n\nagainst:\n{example.facts.strip()}"
        match example:
            case Bad():
                said = (example.says,) if isinstance(example.says, str) else example.says
                yield "Reported", draft, "; ".join(said)
            case Good():
                yield "Not reported", draft, example.because


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.split("\n"))


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"

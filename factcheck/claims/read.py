"""From the figures of a document to its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.claims.lists import Role, change_roles, is_respective, runs, subjects_of_list
from factcheck.claims.measures import basis_of, measure_of
from factcheck.claims.scope import announces_plans, is_planned, is_yardstick, period_for, region_in
from factcheck.claims.subjects import counted_noun, is_definite, is_elided, is_plain, subject_of
from factcheck.claims.wording import Masked, clause_of, mask
from factcheck.claims.words import word_list
from factcheck.language.grammar import Grammar, table
from factcheck.model.claim import MASK, Claim
from factcheck.model.document import Document, Language, Sentence
from factcheck.model.period import Period
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span

# How much of the sentence around the clause is kept as evidence, in code points.
LEAD, TAIL = 120, 60

# So far back the subjects of a respective list are looked for.
LED = 400


def read_claims(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    periods: Sequence[Period],
    cells: Sequence[Claim] = (),
) -> tuple[Claim, ...]:
    """One claim for each quantity that stands in a sentence, in the order of the text; `cells` are those that tables make."""
    grammar = table(document.language)
    headings = _headings(document, grammar)
    if cells:
        told = {claim.span.start for claim in cells}
        quantities = [quantity for quantity in quantities if quantity.start not in told]
    figures, times = [q.start for q in quantities], [p.span.start for p in periods]
    claims: list[Claim] = []
    block, spoken = -1, list[Period]()
    for number, sentence in enumerate(sentences):
        ahead = document.cut(sentences[number - 1].span)[-LEAD:] if number else ""
        if sentence.block != block:
            block, spoken = sentence.block, []
        stated = periods[bisect_left(times, sentence.span.start) : bisect_left(times, sentence.span.end)]
        spoken = [*spoken[-4:], *stated]
        inside = quantities[bisect_left(figures, sentence.span.start) : bisect_left(figures, sentence.span.end)]
        if inside:
            scopes = [period for period in spoken if not is_yardstick(document.text, period, grammar)]
            reader = _SentenceReader(document, sentence, inside, stated, scopes, headings[block], ahead, grammar)
            claims += reader.claims()
    return tuple(sorted((*claims, *cells), key=lambda claim: claim.span.start)) if cells else tuple(claims)


def particles(language: Language) -> frozenset[str]:
    """Words of a language that come and go without a change of what is said."""
    return frozenset(table(language).particles)


class _Heading(Struct, frozen=True):
    """The heading that a block stands under; `plans` tells whether it announces plans. A title may, and what it heads report."""

    text: str = ""
    plans: bool = False


def _headings(document: Document, grammar: Grammar) -> list[_Heading]:
    """For each block, the heading that it stands under."""
    found: list[_Heading] = []
    heading = _Heading()
    for block in document.blocks:
        if block.kind == "heading":
            text = document.cut(block.span)
            heading = _Heading(text, plans=bool(heading.text) and announces_plans(text, grammar))
        found.append(heading)
    return found


class _Listed(Struct, frozen=True):
    """A value of a respective list: its place, the list's length, its subject, and what leads up to the list."""

    place: int
    length: int
    subject: str
    led: str


class _SentenceReader(Struct, frozen=True):
    """The claims of one sentence.

    `spoken` holds the periods of its paragraph so far that are no yardsticks, `stated` all of its own.
    """

    document: Document
    sentence: Sentence
    quantities: Sequence[Quantity]
    stated: Sequence[Period]
    spoken: Sequence[Period]
    heading: _Heading
    ahead: str
    grammar: Grammar

    def claims(self) -> list[Claim]:
        masked = mask(self.document.text, self.sentence, self.quantities, self.stated)
        roles = change_roles(self.document.text, self.quantities, self.grammar)
        lists = self._lists(masked)
        points_back = self._points_back(masked.text)
        found: list[Claim] = []
        for index, quantity in enumerate(self.quantities):
            inherited = found[-1].subject if found else ""
            claim = self._claim(quantity, masked, roles[index], lists.get(index), inherited)
            found.append(replace(claim, sentence_points_back=True) if points_back else claim)
        return found

    def _claim(self, quantity: Quantity, masked: Masked, role: Role, listed: _Listed | None, inherited: str) -> Claim:
        clause = clause_of(self.sentence, quantity.span, masked)
        before, after = self._around(quantity, clause, masked)
        near = (before.rpartition(MASK)[2], after.partition(MASK)[0])
        lowered = (near[0].lower(), near[1].lower())
        subject = subject_of(quantity, near[0], near[1], self.grammar)
        led = near[0]
        if listed is not None:
            subject, led = listed.subject or subject, listed.led
        when, own_time = period_for(self.spoken, quantity.span, clause)
        start, end = masked.offset(clause.start), masked.offset(clause.end)
        lead = masked.text[max(0, start - LEAD) : start]
        return Claim(
            quantity=quantity,
            subject=subject or inherited,
            measure=measure_of(quantity, led, near[1], self.grammar),
            clause=clause,
            sentence=self.sentence.span,
            before=before,
            after=after,
            near=near,
            beside=tuple(q for q in self._within(clause) if q is not quantity),
            lead=lead,
            ahead=self.ahead,
            tail=masked.text[end : end + TAIL],
            basis=basis_of(before, after, self.grammar),
            when=when,
            where=region_in(subject, self.grammar) or region_in(before, self.grammar) or region_in(lead, self.grammar),
            planned=self.heading.plans or is_planned(before, lead, self.grammar),
            part=word_list(self.grammar.parts, self.grammar.spaced).within(before.lower()),
            role=role,
            listed=(listed.place, listed.length) if listed else None,
            heading=self.heading.text,
            own_time=own_time,
            points_back=self._points_back(before),
            scoped=lead if word_list(self.grammar.scopes, self.grammar.spaced).at_start(lead.lower()) else "",
            elided=is_elided(before, self.grammar),
            noun=(noun := counted_noun(near[1], self.grammar)),
            definite=is_definite(before, near[1], noun, self.grammar),
            former=role == "from" or self._says(self.grammar.formerly, lowered),
            negated=self._says(self.grammar.negations, lowered),
            plain=bool(subject) and is_plain(subject, near[0], near[1], self.grammar),
        )

    def _says(self, words: tuple[str, ...], near: tuple[str, str]) -> bool:
        """Whether any of the words stands next to a figure, whose surroundings are in small letters."""
        within = word_list(words, self.grammar.spaced).within
        return within(near[0]) or within(near[1])

    def _within(self, clause: Span) -> Sequence[Quantity]:
        first = bisect_left(self.quantities, clause.start, key=lambda quantity: quantity.start)
        return self.quantities[first : bisect_left(self.quantities, clause.end, key=lambda quantity: quantity.start)]

    def _around(self, quantity: Quantity, clause: Span, masked: Masked) -> tuple[str, str]:
        """The masked rest of the clause before and behind a figure."""
        own = masked.offset((quantity.outer or quantity.span).start)
        return masked.text[masked.offset(clause.start) : own], masked.text[own + 1 : masked.offset(clause.end)]

    def _points_back(self, text: str) -> bool:
        anaphors = word_list(self.grammar.anaphors, self.grammar.spaced)
        return bool(anaphors.at_start(text.lstrip("“\"'‘ ").lower()))

    def _lists(self, masked: Masked) -> dict[int, _Listed]:
        """The figures of respective lists, by their index."""
        found: dict[int, _Listed] = {}
        said: tuple[str, ...] = ()
        for run in runs(self.document.text, self.quantities, self.grammar):
            if len(run) < 2:
                continue
            first, last = self.quantities[run[0]], self.quantities[run[-1]]
            start, end = masked.offset((first.outer or first.span).start), masked.offset(last.span.start) + 1
            left, right = masked.text[max(0, start - LED) : start], masked.text[end : end + TAIL]
            if is_respective(left.rpartition(MASK)[2], right, self.grammar):
                # Two lists in a row answer to the same subjects: 分别为…、…, 分别增长…、….
                subjects = subjects_of_list(left, len(run), self.grammar) or (said if len(said) == len(run) else ())
                said = subjects or ("",) * len(run)
                for place, index in enumerate(run):
                    found[index] = _Listed(place, len(run), said[place], left.rpartition(MASK)[2])
        return found

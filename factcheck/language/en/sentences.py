"""Where a sentence and a clause end in English."""

from __future__ import annotations

from factcheck.language.sentences import SentenceMarks

_CLOSING = r"[\"'”’)\]*_]*+"

TABLE = SentenceMarks(
    starts=r".!?…。！？；,;:\s—―\-，：(\[",
    whole=r"[(][^()\n\r]{0,120}[)]|\[[^\[\]\n\r]{0,120}\]",
    stop=rf"(?<![.!?…])(?:[.!?…]{{2,}}+|[!?…]){_CLOSING}(?=\s|$)\s*|[。！？；]\s*",
    point=rf"\.{_CLOSING}(?=\s|$|[“‘])\s*",
    # A comma inside a date divides nothing: Monday, 17 September; March 14, 2024.
    clause=r"(?:[;:]|,(?!(?<=\d,)\s(?:19|20)\d\d\b|(?<=day,)\s(?:\d{1,2}\s[A-Z]|[A-Z][a-z]+\s\d)))[\"'”’]?(?=\s|[“\"])\s*|\s[–—-]{1,2}\s\s*|[—―]\s*|--\s*|[，：]\s*",
    abbreviations=(
        "mr mrs ms mx messrs dr prof rev hon gov gen col lt sgt capt cmdr adm sen rep pres supt st mt ft no nos vol vols "
        "art arts sec secs ch chap fig figs eq para paras pp ed eds vs v cf viz e.g i.e eg ie approx est ca c al tel dept "
        "bros jr sr nr ref jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun cap"
    ),
    closing_abbreviations=(
        "inc ltd corp co llc plc pte bhd etc a.m p.m am pm u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a b.c a.d ave blvd rd "
        "bn mln bln pct hrs mins secs ins yrs kg km cm mm sq esq n.a n.b s.a n.v a.g"
    ),
    openers=(
        "the a an it its in on at for from by with as but and or if when while after before since this that these those "
        "there here he she they we you i his her their our my what who which how why all some many most both each every "
        "no not to under about more so yet also however meanwhile moreover then now today last earlier according asked"
    ),
)

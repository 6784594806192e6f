"""How English enumerates: three measures: …; First, … Second, …; 1. (a)."""

from __future__ import annotations

from factcheck.language.enumerations import Enumerations

_TOPICS = (
    "kinds|types|sorts|goals|areas|components|pillars|priorities|measures|steps|ways|reasons|points|sectors|principles|questions|"
    "changes|themes|tracks|thrusts|prongs|shifts|initiatives|objectives|categories|groups|stages|phases|elements|factors|options|"
    "challenges|parts|strands|recommendations|rules|lessons|things|items|conditions|actions|commitments|proposals|aims|targets|"
    "features|aspects|fronts|projects|programmes|programs|awards|prizes|sections|tasks|moves|ideas|facts|findings|causes|criteria"
)
_WORDS = tuple(
    tuple(line.split())
    for line in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "firstly secondly thirdly fourthly fifthly sixthly seventhly eighthly ninthly tenthly",
        "one two three four five six seven eight nine ten",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    )
)

TABLE = Enumerations(
    topic_pattern=rf"NUMBER (?:(?:[a-z-]+ ){{0,2}}(?:{_TOPICS})\b(?! out of)|(?:[a-z-]+ ){{0,2}}[a-z]{{3,16}}s(?=:| —|, namely))",
    bracket_pattern=r"NUMBER (?:[a-z-]+ ){0,2}[a-z]{3,16}s(?= \()",
    sum_pattern="(?!)",
    sum_heads="(?!)",
    that_is_pattern=r",? namely,? |: ?| — | – ",
    item_mark=",",
    ands=("and", "or"),
    more=("and more", "and others", "and so on", "etc", "among others", "etc."),
    aside_pattern=(
        "which|who|whose|where|including|such as|with|as|by|from|because|while|although|especially|for example|in|aged|both"
    ),
    clause_marks=".:;!?\n",
    ordinals={word: value for words in _WORDS for value, word in enumerate(words, start=1)},
    series=(
        r"(?P<n>(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?)\b(?=[, ])",
        r"\((?P<n>[0-9]{1,2})\)",
        r"\((?P<n>[a-z])\)",
    ),
    last_pattern="Finally|Last|Lastly|And finally|And last|In addition|And",
    headings=(
        r"(?P<n>[0-9]{1,2})\.(?=\s)",
        r"\((?P<n>[0-9]{1,2})\)(?=\s)",
        r"\(?(?P<n>[a-z])\)(?=\s)",
    ),
)

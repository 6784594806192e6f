"""The units of measure, each written once, and how a language spells them.

A unit's symbol, dimension and factor stand in `_MEASURES`, whichever language names it. Factors are exact: the metre, gram,
byte and watt of the SI (BIPM brochure, 9th edition), the international yard and pound of 1959, the US gallon and barrel, and
the market measures 市制 of the State Council's order of 1959 (1 亩 is 10000/15 m², 1 斤 is 500 g).
Years and months are no fixed number of days: they are measured in months, all shorter times in seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from importlib import import_module

from msgspec import Struct

from factcheck.model.document import Language
from factcheck.model.quantity import Unit


class Units(Struct, frozen=True):
    """How a language spells units. Texts of many lines hold one unit a line: its symbol, "=", its spellings.

    Spellings stand between "|"; one that ends in "+" also takes an s. A line of `counters` holds classifiers, each a unit of
    its own that counts.
    """

    measures: str
    persons: str  # the words for one person: they are one unit
    counters: str  # classifiers, divided by white space; each is its own symbol
    nouns: str  # words that begin like a unit and are none, divided by white space: 家庭 is no 家
    before: str  # what may stand before the number: currency signs and codes
    per: tuple[str, ...]  # between the two units of a compound: 元/吨, dollars a barrel
    majors: Mapping[str, str]  # a counter that is another unit before one of `minor`: 块 of 3块5毛
    # Spelled so, and with this pattern behind it, a unit is another: nine times, but nine times the profit.
    lookahead: Mapping[str, tuple[str, str]]
    half: Mapping[str, str]  # half a unit more, behind the unit (两米半), unless one of these follows it (半个)
    halved: str  # units that begin with such a half (一个半小时), as `measures`
    exceeded: str  # units that begin with "more" (三个多月), as `measures`
    minor: str  # units that are read only behind a greater one in the same figure (3元5角2分), as `measures`
    # A letter that is a unit right behind figures, where this pattern stands before them: warmed by 1.5C, but Section 12C.
    glued: Mapping[str, tuple[str, str]] = {}
    elided: Mapping[
        str, str
    ] = {}  # a unit behind decimals, and the one next to it that it is short for: 0.8个、0.5个百分点
    doubled: str = ""  # words before a number of doublings: 翻[了]两番
    speeds: Mapping[str, str] = {}  # words before a length that make it one per so long: 时速
    decimals: Mapping[str, str] = {}  # a unit, and the one whose decimals are figures behind it: 38秒29, 3块5
    under: str = ""  # units that are spelled so only where another is counted per one: 元/月, 吨/日


# symbol, dimension, factor, and the spellings that every language shares beside the symbol.
_MEASURES = """
% | percent | 1 | ％
‰ | permille | 1
个百分点 | point | 1
个千分点 | point | 1/10
bp | basis-point | 1 | bps | BP
倍 | times | 1
番 | doubling | 1
次 | count | 1
mm | length | 1/1000 | ㎜
cm | length | 1/100 | ㎝
m | length | 1
km | length | 1000 | ㎞ | KM | Km
µm | length | 1/1000000 | μm
nm | length | 1/1000000000
inch | length | 254/10000
ft | length | 3048/10000
yd | length | 9144/10000
mile | length | 1609344/1000
海里 | length | 1852
里 | length | 500
丈 | length | 10/3
尺 | length | 1/3
寸 | length | 1/30
mm² | area | 1/1000000 | mm2
cm² | area | 1/10000 | cm2
m² | area | 1 | m2 | ㎡
km² | area | 1000000 | km2 | ㎢
ha | area | 10000 | hm² | hm2
亩 | area | 10000/15
ft² | area | 9290304/100000000 | sq ft | sq. ft
mile² | area | 2589988110336/1000000
acre | area | 40468564224/10000000
mL | volume | 1/1000000 | ml
cL | volume | 1/100000 | cl
L | volume | 1/1000 | l
hL | volume | 1/10
m³ | volume | 1 | m3 | ㎥
km³ | volume | 1000000000 | km3
ft³ | volume | 28316846592/1000000000000 | cu ft | cu. ft
US gal | volume | 3785411784/1000000000000
bbl | volume | 158987294928/1000000000000
bushel | volume:bushel | 1
boe | energy:boe | 1
标准箱 | count:TEU | 1 | TEU | TEUs
µg | mass | 1/1000000000 | μg | mcg
mg | mass | 1/1000000
g | mass | 1/1000
kg | mass | 1 | KG | Kg
t | mass | 1000
kt | mass | 1000000
Mt | mass | 1000000000
Gt | mass | 1000000000000
斤 | mass | 1/2
担 | mass | 50
两 | mass | 1/20
carat | mass | 1/5000
lb | mass | 45359237/100000000 | lbs
oz | mass | 45359237/1600000000
吨标准煤 | energy:tce | 1 | tce
吨公里 | transport:tkm | 1
人公里 | transport:pkm | 1
吨海里 | transport:tnm | 1
Wh | energy | 1/1000
kWh | energy | 1 | kwh | KWh
MWh | energy | 1000
GWh | energy | 1000000
TWh | energy | 1000000000
J | energy | 1/3600000
kJ | energy | 1/3600
cal | energy:cal | 1/1000
kcal | energy:cal | 1
W | power | 1/1000
kW | power | 1 | KW | kw
MW | power | 1000
GW | power | 1000000
TW | power | 1000000000
hp | power:hp | 1 | bhp
V | voltage | 1
kV | voltage | 1000 | KV
Ah | charge | 1
mAh | charge | 1/1000
Hz | frequency | 1
kHz | frequency | 1000
MHz | frequency | 1000000
GHz | frequency | 1000000000
KB | data | 1000 | kB
MB | data | 1000000
GB | data | 1000000000
TB | data | 1000000000000
PB | data | 1000000000000000
EB | data | 1000000000000000000
kbps | data/time | 1000/8 | Kbps
Mbps | data/time | 1000000/8
Gbps | data/time | 1000000000/8
Pa | pressure | 1
kPa | pressure | 1000
MPa | pressure | 1000000
dB | sound | 1
byte | data | 1
°C | temperature:C | 1 | ℃ | ° C | ºC
°F | temperature:F | 1 | ℉ | ° F | ºF
° | degree | 1 | º
rad | angle | 1
rev | turn | 1
rpm | turn/time | 1/60
km/h | length/time | 1000/3600 | kph | kmh | KM/H | km/hr
mph | length/time | 1609344/3600000
mile/gal | length/volume | 1609344000000/3785411784
kn | length/time | 1852/3600
m/s | length/time | 1
lb-ft | torque:lb-ft | 1 | lb ft
N·m | torque | 1 | Nm
秒 | time | 1
ms | time | 1/1000
分钟 | time | 60
h | time | 3600
天 | time | 86400
周 | time | 604800
个月 | months | 1
个季度 | months | 3
年 | months | 12
decade | months | 120
century | months | 1200
岁 | age | 12
个月大 | age | 1
周大 | age:week | 1
天大 | age:day | 1
人 | person | 1
人次 | count | 1
分 | score | 1
点 | index | 1
股 | share | 1
元 | money:CNY | 1 | CNY | RMB
角 | money:CNY | 1/10
分钱 | money:CNY | 1/100
USD | money:USD | 1
¢ | money:USD | 1/100
GBP | money:GBP | 1
pence | money:GBP | 1/100
EUR | money:EUR | 1
JPY | money:JPY | 1
HKD | money:HKD | 1
MOP | money:MOP | 1
TWD | money:TWD | 1
SGD | money:SGD | 1
AUD | money:AUD | 1
CAD | money:CAD | 1
NZD | money:NZD | 1
CHF | money:CHF | 1
SEK | money:SEK | 1
NOK | money:NOK | 1
DKK | money:DKK | 1
RUB | money:RUB | 1
INR | money:INR | 1
KRW | money:KRW | 1
THB | money:THB | 1
MYR | money:MYR | 1
IDR | money:IDR | 1
PHP | money:PHP | 1
VND | money:VND | 1
BRL | money:BRL | 1
MXN | money:MXN | 1
ZAR | money:ZAR | 1
TRY | money:TRY | 1
SAR | money:SAR | 1
AED | money:AED | 1
ILS | money:ILS | 1
PLN | money:PLN | 1
CZK | money:CZK | 1
HUF | money:HUF | 1
ARS | money:ARS | 1
CLP | money:CLP | 1
EGP | money:EGP | 1
NGN | money:NGN | 1
PKR | money:PKR | 1
BDT | money:BDT | 1
LKR | money:LKR | 1
KZT | money:KZT | 1
MNT | money:MNT | 1
UAH | money:UAH | 1
DEM | money:DEM | 1
FRF | money:FRF | 1
NLG | money:NLG | 1
FIM | money:FIM | 1
XDR | money:XDR | 1
BTC | money:BTC | 1
satoshi | money:BTC | 1/100000000
"""

NUMBER = Unit("", "number")
# Of what looks like a number and is a date or a name.
EXCLUDED = Unit("", "excluded")
FRACTION = Unit("", "percent", Fraction(100))
SCORE = Unit("分", "score")
RATIO = Unit(":1", "ratio")
TIMES = Unit("倍", "times")
PERCENT = Unit("%", "percent")


@cache
def table(language: Language) -> Units:
    """The spellings of a language."""
    loaded: Units = import_module(f"factcheck.language.{language}.units").TABLE
    return loaded


class Lexicon(Struct, frozen=True):
    """The units of a language by their spellings; those of `before` stand before the number."""

    after: Mapping[str, Unit]
    before: Mapping[str, Unit]
    minor: Mapping[str, tuple[Unit, ...]]
    under: Mapping[str, Unit]
    speeds: Mapping[str, Unit]
    decimals: Mapping[str, Unit]
    elided: Mapping[str, Unit]
    glued: Mapping[str, tuple[Unit, str]]
    halved: Mapping[str, Unit]
    exceeded: Mapping[str, Unit]
    majors: Mapping[str, Unit]
    lookahead: Mapping[str, tuple[str, Unit]]


@cache
def lexicon(language: Language) -> Lexicon:
    """All units that a language can spell."""
    names = table(language)
    units, after = _shared()
    after.update(_spelled(names.measures, units))
    after.update({word: Unit(word, "count") for word in names.counters.split()})
    after.update(dict.fromkeys(names.persons.split(), units["人"]))
    after.update(dict.fromkeys(names.nouns.split(), NUMBER))
    return Lexicon(
        after,
        before=dict(_spelled(names.before, units)),
        minor=_by_spelling(names.minor, units) if names.minor else {},
        under=dict(_spelled(names.under, units)) if names.under else {},
        speeds={word: units[symbol] for word, symbol in names.speeds.items()},
        decimals={word: units[symbol] for word, symbol in names.decimals.items()},
        elided={word: units[symbol] for word, symbol in names.elided.items()},
        glued={word: (units[symbol], pattern) for word, (symbol, pattern) in names.glued.items()},
        halved=dict(_spelled(names.halved, units)),
        exceeded=dict(_spelled(names.exceeded, units)),
        majors={word: units[symbol] for word, symbol in names.majors.items()},
        lookahead={word: (pattern, units[symbol]) for word, (pattern, symbol) in names.lookahead.items()},
    )


def _by_spelling(lines: str, units: Mapping[str, Unit]) -> dict[str, tuple[Unit, ...]]:
    """All units that share a spelling: 分 of 元, and of 小时."""
    found: dict[str, tuple[Unit, ...]] = {}
    for spelling, unit in _spelled(lines, units):
        found[spelling] = (*found.get(spelling, ()), unit)
    return found


def _shared() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """All units by their symbols, and by every spelling that is no language's own."""
    units: dict[str, Unit] = {}
    spelled: dict[str, Unit] = {}
    for line in _MEASURES.strip().splitlines():
        symbol, dimension, factor, *others = line.split(" | ")
        unit = units[symbol] = Unit(symbol, dimension, _factor(factor))
        spelled.update(dict.fromkeys((symbol, *others), unit))
    return units, spelled


@cache
def _factor(written: str) -> Fraction:
    """A factor such as 1/1000; most are 1."""
    numerator, _, denominator = written.partition("/")
    return Fraction(int(numerator), int(denominator or "1"))


def _spelled(lines: str, units: Mapping[str, Unit]) -> Iterator[tuple[str, Unit]]:
    for line in lines.strip().splitlines():
        symbol, _, spellings = line.strip().partition(" = ")
        for spelling in spellings.split(" | "):
            yield spelling.removesuffix("+"), units[symbol]
            if spelling.endswith("+"):
                yield f"{spelling[:-1]}s", units[symbol]

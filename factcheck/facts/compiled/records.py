"""What is kept of facts and words, as bytes.

Records are MessagePack, checked against their types when they are read. Those of facts are compressed: they say much the same,
so that a few of them serve as the dictionary of all others.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from hashlib import blake2b
from typing import Any

import msgspec

from factcheck.facts.slots import Slot
from factcheck.model.claim import Claim
from factcheck.model.fact import Fact

# So long is the dictionary, in bytes: a longer one takes more time than it saves room.
DICTIONARY = 8_192

Record = tuple[Fact, Claim | None]
Names = tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]


@cache
def encoder() -> msgspec.msgpack.Encoder:
    """Writes all that is kept."""
    return msgspec.msgpack.Encoder(enc_hook=_plain)


@cache
def decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    """Reads records of a type."""
    return msgspec.msgpack.Decoder(kind, dec_hook=_rich)


def dictionary_of(records: Iterable[bytes]) -> bytes:
    """A dictionary for records that are like these."""
    return b"".join(records)[-DICTIONARY:]


def squeezed(record: bytes, dictionary: bytes) -> bytes:
    """A record of a fact, compressed."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=dictionary)
    return packer.compress(record) + packer.flush()


def fact_of(data: bytes, dictionary: bytes) -> Record:
    """A fact and the claim that its wording makes."""
    record: Record = decoder(Record).decode(zlib.decompressobj(-zlib.MAX_WBITS, zdict=dictionary).decompress(data))
    return record


def slot_of(data: bytes) -> Slot:
    """A word of a wording."""
    slot: Slot = decoder(Slot).decode(data)
    return slot


def numbers_of(data: bytes) -> array[int]:
    """Numbers as they were packed."""
    numbers = array("I")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers as four bytes each, the lowest first."""
    found = array("I", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def key_of(*texts: str) -> int:
    """Texts as a number of 64 bits: two that share one are told apart by whoever looks them up."""
    digest = blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else (value.numerator, value.denominator)
    raise NotImplementedError(type(value))


def _rich(kind: type, value: Any) -> Any:
    if kind is Fraction:
        return Fraction(value) if isinstance(value, int) else Fraction(*value)
    raise NotImplementedError(kind)

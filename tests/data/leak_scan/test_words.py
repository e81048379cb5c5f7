"""Words in bytes of unknown meaning, however they are written there."""

import random

import pytest

from boardtool.data.leak_scan.words import words_in_bytes


@pytest.mark.parametrize("code", ["ascii", "utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"\0", b"\xff", b"\xc3 ", b"("])
def test_a_word_is_heard_in_every_writing(code: str, before: bytes) -> None:
    content = before + "Reorganisation".encode(code) + b"\xfe "
    assert "reorganisation" in words_in_bytes(content)


@pytest.mark.parametrize(
    "word", ["Caf\N{LATIN SMALL LETTER E WITH ACUTE}teria", "cafe\u0301teria", "cafe\u00adteria"]
)
def test_accents_and_soft_hyphens_make_no_difference_in_bytes(word: str) -> None:
    noise = random.Random(7).randbytes(2_000)
    assert "cafeteria" in words_in_bytes(noise + b" " + word.encode() + b" " + noise)


def test_short_words_in_bytes_tell_nothing() -> None:
    assert words_in_bytes(b"nothing at all here, not Grants") == []

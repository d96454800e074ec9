import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Problem
from generator.text.encoding import decode


def fault(data: bytes) -> Problem:
    outcome = decode(data, path="content/talks.txt")
    assert outcome.value is None
    (problem,) = outcome.problems
    return problem


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param("Élysée – “oui”\n".encode(), "Élysée – “oui”\n", id="utf-8"),
        pytest.param("\ufeffTalks\n".encode(), "Talks\n", id="byte-order-mark"),
        pytest.param(b"one\r\ntwo\r\n", "one\ntwo\n", id="crlf"),
        pytest.param(b"one\rtwo\r", "one\ntwo\n", id="cr"),
        pytest.param(b"one\r\n\rtwo\n\r", "one\n\ntwo\n\n", id="mixed"),
        pytest.param("one\u2028two\x85".encode(), "one\u2028two\x85", id="other-separators-stay"),
    ],
)
def test_a_text_has_line_feeds_alone_and_no_mark(data: bytes, text: str) -> None:
    assert decode(data, path="a.md").value == text


@pytest.mark.parametrize(
    ("data", "byte", "guess"),
    [
        pytest.param("“We” said".encode("cp1252"), "0x93", "Windows-1252", id="curly-quotes"),
        pytest.param("Mixed – dash".encode("cp1252"), "0x96", "Windows-1252", id="dash"),
        pytest.param("Zürich, café".encode("latin-1"), "0xfc", "Latin-1", id="latin-1"),
        pytest.param("Größe, Füße".encode("latin-1"), "0xf6", "Latin-1", id="two-in-a-row"),
        pytest.param("ÉLYSÉE, Île".encode("latin-1"), "0xc9", "Latin-1", id="capitals"),
        pytest.param(
            "“Où ça ?” a-t-il demandé".encode("cp1252"), "0x93", "Windows-1252", id="french"
        ),
        pytest.param("Talks".encode("utf-16"), "0xff", "UTF-16", id="utf-16-le"),
        pytest.param(b"\xfe\xff" + "Talks".encode("utf-16-be"), "0xfe", "UTF-16", id="utf-16-be"),
        pytest.param("会談が始まりました".encode("shift_jis"), "0x89", "Shift JIS", id="shift-jis"),
        pytest.param("Переговоры начались".encode("koi8-r"), "0xf0", "KOI8-R", id="koi8-r"),
        pytest.param(
            "Переговоры начались".encode("cp1251"), "0xcf", "Windows-1251", id="windows-1251"
        ),
        pytest.param(b"\xbf so", "0xbf", "Latin-1", id="lone-continuation"),
        pytest.param("é".encode()[:1], "0xc3", "Latin-1", id="cut-short"),
        pytest.param(b"\xc0\xafetc", "0xc0", "Latin-1", id="overlong"),
        pytest.param(b"\xed\xa0\x80", "0xed", "Windows-1252", id="half-a-surrogate-pair"),
    ],
)
def test_another_encoding_is_named_with_its_first_wrong_byte(
    data: bytes, byte: str, guess: str
) -> None:
    problem = fault(data)

    assert problem.code == "not-utf-8"
    assert problem.message.startswith(f"byte {byte} is not UTF-8; the file looks like {guess}")
    assert problem.hint == "save the file as UTF-8"
    assert (problem.at.path, problem.at.line) == ("content/talks.txt", 1)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        pytest.param(b"one\ntwo \x93so\x94", 2, 5, id="line-feeds"),
        pytest.param(b"one\r\ntwo\r\n\x93", 3, 1, id="crlf"),
        pytest.param(b"one\rtwo\r\rab\x93", 4, 3, id="cr"),
        pytest.param("été \x93".encode() + b"\x93", 1, 6, id="letters-not-bytes"),
        pytest.param(b"\xef\xbb\xbfab\x93", 1, 3, id="behind-a-byte-order-mark"),
        pytest.param(b"a\xc3\n", 1, 2, id="cut-short-at-the-end-of-a-line"),
    ],
)
def test_the_first_wrong_byte_has_its_line_and_column(data: bytes, line: int, column: int) -> None:
    problem = fault(data)

    assert (problem.at.line, problem.at.column) == (line, column)
    assert problem.message.startswith(("byte 0x93", "byte 0xc3"))


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param(b"one\r\ntwo\x00three", 2, id="after-a-line"),
        pytest.param("Talks".encode("utf-16-le"), 1, id="utf-16-without-a-mark"),
    ],
)
def test_a_zero_byte_makes_it_no_text_file(data: bytes, line: int) -> None:
    problem = fault(data)

    assert "zero byte" in problem.message
    assert problem.at.line == line


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0\ufeff")))
def test_a_text_in_utf_8_comes_back_whole(text: str) -> None:
    assert decode(text.encode(), path="a.md").value == text


@given(st.binary(max_size=60))
def test_any_bytes_are_a_text_or_one_problem_with_a_place_in_the_file(data: bytes) -> None:
    outcome = decode(data, path="a.md")

    assert (outcome.value is None) == (len(outcome.problems) == 1)
    for problem in outcome.problems:
        assert 1 <= problem.at.line <= data.count(b"\n") + data.count(b"\r") + 1
        assert problem.at.column >= 1

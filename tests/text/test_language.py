import pickle

import pytest

from generator.text.catalogue import read_catalogue
from generator.text.language import Language, direction, read_language

GERMAN = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "until %(day)s"
msgstr "bis %(day)s"

msgid "%(count)s ship"
msgid_plural "%(count)s ships"
msgstr[0] "%(count)s Schiff"
msgstr[1] "%(count)s Schiffe"
"""


def german(*more: str) -> Language:
    read = [read_catalogue(text, path="de.po").value for text in (*more, GERMAN)]
    return read_language("de", [one for one in read if one])


def test_a_phrase_is_said_in_the_language() -> None:
    assert german().say("until %(day)s", day="2019") == "bis 2019"


def test_a_phrase_without_translation_is_said_in_english() -> None:
    assert german().say("since %(day)s", day="2019") == "since 2019"
    assert german().count("%(count)s port", "%(count)s ports", 2) == "2 ports"


def test_a_number_takes_the_form_that_goes_with_it() -> None:
    forms = [german().count("%(count)s ship", "%(count)s ships", n) for n in (0, 1, 2, 1204)]

    assert forms == ["0 Schiffe", "1 Schiff", "2 Schiffe", "1.204 Schiffe"]


def test_a_language_with_three_forms_has_all_of_them() -> None:
    text = """\
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "day"
msgid_plural "days"
msgstr[0] "день"
msgstr[1] "дні"
msgstr[2] "днів"
"""  # noqa: E501
    catalogue = read_catalogue(text, path="uk.po").value
    assert catalogue
    ukrainian = read_language("uk", [catalogue])

    found = [ukrainian.ngettext("day", "days", n) for n in (1, 3, 5, 21, 1_000_001, 1_000_012)]

    assert found == ["день", "дні", "днів", "день", "день", "днів"]


def test_the_first_catalogue_that_has_a_phrase_is_heard() -> None:
    own = 'msgid "until %(day)s"\nmsgstr "bis zum %(day)s"\n'

    assert german(own).say("until %(day)s", day="1. Mai") == "bis zum 1. Mai"
    assert german(own).count("%(count)s ship", "%(count)s ships", 1) == "1 Schiff"


@pytest.mark.parametrize(
    ("tag", "names", "expected"),
    [
        ("en", [], ""),
        ("en", ["A"], "A"),
        ("en", ["A", "B"], "A and B"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("de", ["A", "B", "C"], "A, B und C"),
        ("ar", ["A", "B", "C"], "A وB وC"),
    ],
)
def test_names_are_joined_as_in_a_sentence(tag: str, names: list[str], expected: str) -> None:
    assert read_language(tag).listed(names) == expected


def test_one_of_several_is_joined_with_or() -> None:
    assert read_language("en").either(["Mayor", "Senator"]) == "Mayor or Senator"
    assert read_language("de").either(["A", "B", "C"]) == "A, B oder C"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "1,204"), ("de", "1.204"), ("de-CH", "1’204"), ("es", "1.204"), ("x-desk", "1,204")],
)
def test_thousands_are_grouped_as_the_language_has_it(tag: str, expected: str) -> None:
    assert read_language(tag).number(1204) == expected
    assert read_language(tag).number(204) == "204"


def test_a_region_has_its_own_names() -> None:
    assert read_language("de").months[0] == "Januar"
    assert read_language("de-AT").months[0] == "Jänner"
    assert read_language("de-1996-x-desk").months[0] == "Januar"


def test_months_beside_a_day_and_alone_may_differ() -> None:
    ukrainian = read_language("uk")

    assert (ukrainian.months[10], ukrainian.lone_months[10]) == ("листопада", "листопад")


def test_what_babel_does_not_know_has_english_names() -> None:
    klingon = read_language("tlh")

    assert (klingon.tag, klingon.months[0], klingon.weekdays[0]) == ("tlh", "January", "Monday")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"), ("uk", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("dv", "rtl"),
        ("ur", "rtl"), ("ar-Latn", "ltr"), ("ku-Arab", "rtl"), ("x-desk", "ltr"), ("", "ltr"),
    ],
)  # fmt: skip
def test_a_language_is_written_as_its_script_is(tag: str, expected: str) -> None:
    assert direction(tag) == expected


def test_a_language_can_be_sent_to_another_process() -> None:
    sent: Language = pickle.loads(pickle.dumps(german()))  # noqa: S301 - our own bytes

    assert sent == german()
    assert sent.count("%(count)s ship", "%(count)s ships", 500) == "500 Schiffe"

import pytest

from generator.text.catalogue import places, read_catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: {}\\n"\n\n'
TWO_FORMS = HEAD.format("nplurals=2; plural=(n != 1);")


def said_of(text: str) -> list[tuple[int, str]]:
    found = read_catalogue(text, path="nl.po").problems
    assert {one.code for one in found} <= {"bad-phrase"}
    return [(one.at.line, one.message) for one in found]


def test_phrases_are_known_by_their_english() -> None:
    text = 'msgid "Topics"\nmsgstr "Onderwerpen"\n\nmsgid "day"\nmsgid_plural "days"\n'
    plural = 'msgstr[0] "dag"\nmsgstr[1] "dagen"\n'

    found = read_catalogue(TWO_FORMS + text + plural, path="nl.po")

    assert found.problems == ()
    assert found.value
    assert found.value.phrases == {"Topics": ("Onderwerpen",), "day": ("dag", "dagen")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('msgid "Topics"\nmsgstr ""\n', id="empty"),
        pytest.param('#, fuzzy\nmsgid "Topics"\nmsgstr "Dingen"\n', id="fuzzy"),
        pytest.param('#~ msgid "Topics"\n#~ msgstr "Dingen"\n', id="obsolete"),
        pytest.param(
            'msgid "Topics"\nmsgid_plural "All"\nmsgstr[0] "x"\nmsgstr[1] ""\n', id="half"
        ),
    ],
)
def test_what_is_not_translated_for_good_is_left_out(text: str) -> None:
    found = read_catalogue(TWO_FORMS + text, path="nl.po")

    assert found.value
    assert found.value.phrases == {}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param(
            'msgid "until %(day)s"\nmsgstr "tot %(dag)s"\n',
            5,
            "'until %(day)s' has no place that is called dag",
            id="other-name",
        ),
        pytest.param(
            'msgid "Topics"\nmsgstr "100%"\n',
            5,
            "the translation of 'Topics' cannot be filled in",
            id="lone-percent",
        ),
        pytest.param(
            'msgid "until %(day)s"\nmsgstr "tot %s"\n',
            5,
            "the translation of 'until %(day)s' cannot be filled in",
            id="nameless",
        ),
        pytest.param("Topics = Dingen\n", 5, "this is no line of a .po file", id="no-po"),
    ],
)
def test_a_slip_of_a_translator_is_told_with_its_line(text: str, line: int, message: str) -> None:
    found = said_of(TWO_FORMS + text)

    assert [one for _, one in found] == [message]
    assert found[0][0] in {line, line + 1}


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=2; plural=n;",
        "nplurals=x; plural=n;",
        "nplurals=2; plural=day;",
        "nplurals=1; plural=n%0;",
    ],
)
def test_a_head_that_cannot_be_used_is_told(rule: str) -> None:
    (told,) = said_of(HEAD.format(rule))

    assert told[1].startswith("the head of this file cannot be used: ")


def test_a_phrase_that_is_wrong_leaves_the_others() -> None:
    text = 'msgid "Topics"\nmsgstr "100%"\n\nmsgid "Places"\nmsgstr "Plaatsen"\n'

    found = read_catalogue(TWO_FORMS + text, path="nl.po")

    assert found.value
    assert found.value.phrases == {"Places": ("Plaatsen",)}


def test_a_translation_may_leave_a_place_out() -> None:
    text = (
        'msgid "%(count)s day"\nmsgid_plural "%(count)s days"\n'
        'msgstr[0] "een dag"\nmsgstr[1] "%(count)s dagen"\n'
    )

    assert said_of(TWO_FORMS + text) == []


def test_a_doubled_percent_sign_is_no_place() -> None:
    assert places("100%% of %(all)s") == {"all"}

import pytest

from generator.diagnostics import Outcome
from generator.model.draft import SourceFile
from generator.pipeline.interface import interface_language
from generator.text.language import Language
from tests.builders import config


def catalogue(tag: str, word: str, folder: str = "languages") -> SourceFile:
    text = f'msgid "Topics"\nmsgstr "{word}"\n'
    return SourceFile(f"{folder}/{tag}.po", f"{tag}.po", text)


PACKAGED = (catalogue("de", "Themen"), catalogue("fr", "Sujets"))


def spoken(book: str, theme: str | None = None, *own: SourceFile) -> Outcome[Language]:
    settings = config(language=book, theme={"language": theme})
    return interface_language(settings, (*own, *PACKAGED))


def heard(outcome: Outcome[Language]) -> tuple[str, str]:
    assert outcome.value
    return outcome.value.tag, outcome.value.say("Topics")


@pytest.mark.parametrize(
    ("book", "theme", "expected"),
    [
        pytest.param("en", None, ("en", "Topics"), id="english"),
        pytest.param("en-GB", None, ("en-GB", "Topics"), id="british"),
        pytest.param("de", None, ("de", "Themen"), id="german"),
        pytest.param("de-AT", None, ("de-AT", "Themen"), id="austrian"),
        pytest.param("DE", None, ("DE", "Themen"), id="capitals"),
        pytest.param("ru", "de", ("de", "Themen"), id="another-than-the-book-s"),
        pytest.param("de", "en", ("en", "Topics"), id="english-on-a-german-book"),
    ],
)
def test_the_interface_speaks_as_told_or_like_the_book(
    book: str, theme: str | None, expected: tuple[str, str]
) -> None:
    found = spoken(book, theme)

    assert heard(found) == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("book", "theme", "field", "tag"),
    [
        ("ru", None, ("language",), "ru"),
        ("de", "pt-BR", ("theme", "language"), "pt-BR"),
        ("deutsch", None, ("language",), "deutsch"),
    ],
)
def test_a_language_without_catalogue_is_told_and_english_spoken(
    book: str, theme: str | None, field: tuple[str, ...], tag: str
) -> None:
    found = spoken(book, theme)

    assert heard(found) == ("en", "Topics")
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("no-interface-language", "warning")
    assert (problem.at.path, problem.at.field) == ("config.yaml", field)
    assert problem.hint.startswith(f"known: de, en, fr; add templates/languages/{tag}.po")


def test_a_book_may_bring_a_language_and_other_words() -> None:
    ukrainian = catalogue("uk", "Теми", "templates/languages")
    own_german = catalogue("de", "Stichworte", "templates/languages")
    austrian = catalogue("de-AT", "Sachen", "templates/languages")
    own_english = catalogue("en", "Subjects", "templates/languages")

    assert heard(spoken("uk", None, ukrainian)) == ("uk", "Теми")
    assert heard(spoken("de", None, own_german)) == ("de", "Stichworte")
    assert heard(spoken("de-AT", None, own_german, austrian)) == ("de-AT", "Sachen")
    assert heard(spoken("en", None, own_english)) == ("en", "Subjects")


def test_a_slip_in_a_catalogue_is_told() -> None:
    found = spoken("nl", None, catalogue("nl", "100%", "templates/languages"))

    assert [(one.code, one.at.path) for one in found.problems] == [
        ("bad-phrase", "templates/languages/nl.po")
    ]
    assert heard(found) == ("nl", "Topics")

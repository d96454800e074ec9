import pytest

from generator.text.names.titles import fit, is_shortened, read_title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("Secretary", "Secretary of State", id="main-part"),
        pytest.param("Secretary of State", "US Secretary of State", id="without-the-country"),
        pytest.param("deputy Secretary", "Deputy Secretary of State", id="small-letter"),
        pytest.param("Undersecretary", "Under Secretary of State", id="written-together"),
        pytest.param("Under-Secretary", "Under Secretary of State", id="with-hyphen"),
        pytest.param("Secretary General", "Secretary-General", id="without-hyphen"),
        pytest.param("Minister", "Foreign Minister", id="last-word"),
        pytest.param("Gen.", "General", id="shortened"),
        pytest.param("General", "Lt. Gen.", id="shortened-title"),
        pytest.param("Sen", "Senator for Halden", id="shortened-without-stop"),
        pytest.param("spokesperson", "Chief Spokesperson, Ministry of State", id="before-a-comma"),
        pytest.param("Dr", "Dr", id="prefix"),
        pytest.param("Chairwoman", "Chairwoman and Chief Envoy", id="before-and"),
    ],
)
def test_words_call_someone_by_the_main_part_of_a_title(words: str, title: str) -> None:
    assert fit(words, [read_title("Mayor"), read_title(title)]) == 2


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("Chairman", "Vice Chairman of the Commission", id="vice"),
        pytest.param("Secretary", "Deputy Secretary of State", id="deputy"),
        pytest.param("spokesperson", "Principal Deputy Spokesperson", id="principal-deputy"),
        pytest.param("Minister", "Prime Minister", id="prime"),
    ],
)
def test_words_that_leave_out_what_ranks_a_title_fit_it_less(words: str, title: str) -> None:
    assert fit(words, [read_title(title)]) == 1


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("State", "Secretary of State", id="lesser-word"),
        pytest.param("of", "Secretary of State", id="small-word"),
        pytest.param("General", "NATO Secretary General", id="half-of-a-title"),
        pytest.param("Vice President", "President", id="more-than-the-title"),
        pytest.param("Arms Control", "Under Secretary for Arms Control", id="subject"),
        pytest.param("Secretary State", "Secretary of State", id="word-left-out"),
        pytest.param("", "Secretary of State", id="nothing"),
        pytest.param("Mayor", "", id="no-title"),
    ],
)
def test_other_words_are_not_the_title(words: str, title: str) -> None:
    assert fit(words, [read_title(title)]) == 0


def test_nobody_is_called_by_a_title_who_has_none() -> None:
    assert fit("Secretary", []) == 0


def test_only_titles_are_cut_short() -> None:
    assert is_shortened("Sen")
    assert not is_shortened("Inc")

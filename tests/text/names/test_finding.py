from dataclasses import replace

import pytest

from generator.text.names.index import Form, NameIndex, Person, index_names
from tests.text.names.linking import Linked, link_names

PEOPLE = (
    Person("anna-roe", ("Anna Roe", "Anna D. Roe"), "Roe"),
    Person("mark-rutte", ("Mark Rutte",), "Rutte"),
    Person("antony-blinken", ("Antony Blinken", "Tony Blinken"), "Blinken"),
    Person("kim-jong-un", ("Kim Jong Un", "Kim Jong-un", "김정은"), "Kim"),
    Person("kim-yong", ("Kim Yong",), "Kim"),
    Person("yoon-suk-yeol", ("Yoon Suk Yeol",), "Yoon"),
    Person("sean-obrien", ("Seán O’Brien",), "O’Brien"),
    Person("ursula", ("Ursula von der Leyen",), "von der Leyen"),
    Person("jose", ("José Núñez",), "Núñez"),
    Person("kurt-campbell", ("Kurt Campbell",), "Campbell"),
    Person("vedant-patel", ("Vedant Patel",), "Patel"),
    Person("theresa-may", ("Theresa May",), "May"),
    Person("lee-a", ("Lee Min",), "Lee"),
    Person("lee-b", ("Lee Min",), "Lee"),
    Person("dupont-thomson", ("Thomson & Dupont",), None),
)
TITLES = {
    "antony-blinken": ("Secretary of State", "US Secretary of State"),
    "mark-rutte": ("Secretary General", "NATO Secretary General"),
    "kim-jong-un": ("Chairman of State Affairs", "Supreme Leader"),
    "kim-yong": ("Vice Chairman of the Commission",),
    "yoon-suk-yeol": ("President", "President of the Republic"),
    "kurt-campbell": ("Deputy Secretary of State",),
    "vedant-patel": ("Principal Deputy Spokesperson, State Department",),
    "anna-roe": ("Under Secretary for Arms Control", "General"),
    "ursula": ("President of the Commission",),
    "lee-a": ("Foreign Minister",),
    "lee-b": ("Defence Minister",),
}
INDEX = index_names(PEOPLE)


def _titles(identifier: str) -> tuple[str, ...]:
    return TITLES.get(identifier, ())


def _linked(html: str, index: NameIndex = INDEX) -> Linked:
    return link_names(html, index, _titles)


def _named(html: str) -> list[str]:
    return [mention.official for mention in _linked(html).mentions]


def _a(identifier: str, words: str) -> str:
    return f'<a class="official" href="official:{identifier}">{words}</a>'


@pytest.mark.parametrize(
    ("html", "identifier", "words"),
    [
        pytest.param("<p>So Mark Rutte spoke.</p>", "mark-rutte", "Mark Rutte", id="full-name"),
        pytest.param("<p>Tony Blinken</p>", "antony-blinken", "Tony Blinken", id="other-name"),
        pytest.param("<p>Mark Rutte’s plan</p>", "mark-rutte", "Mark Rutte", id="possessive"),
        pytest.param("<p>Mark Rutte's</p>", "mark-rutte", "Mark Rutte", id="straight-possessive"),
        pytest.param("<p>Mark Rutte&#x27;s</p>", "mark-rutte", "Mark Rutte", id="entity"),
        pytest.param("<p>Mark Rutte’ plan</p>", "mark-rutte", "Mark Rutte", id="bare-apostrophe"),
        pytest.param("<p>Mark&nbsp;Rutte</p>", "mark-rutte", "Mark&nbsp;Rutte", id="hard-space"),
        pytest.param("<p>Mark\n  Rutte</p>", "mark-rutte", "Mark\n  Rutte", id="wrapped"),
        pytest.param("<p>Q&amp;A: Mark Rutte</p>", "mark-rutte", "Mark Rutte", id="after-entity"),
        pytest.param("<p>(Mark Rutte)</p>", "mark-rutte", "Mark Rutte", id="in-brackets"),
        pytest.param("<p>“Mark Rutte”</p>", "mark-rutte", "Mark Rutte", id="in-quotes"),
        pytest.param("<p>Mark Rutte.</p>", "mark-rutte", "Mark Rutte", id="before-a-stop"),
        pytest.param("<p>the Mark Rutte-led</p>", "mark-rutte", "Mark Rutte", id="led"),
        pytest.param("<p>Anna D. Roe</p>", "anna-roe", "Anna D. Roe", id="initial"),
        pytest.param("<p>Kim Jong‑un</p>", "kim-jong-un", "Kim Jong‑un", id="hard-hyphen"),
        pytest.param("<p>Seán O'Brien’s</p>", "sean-obrien", "Seán O'Brien", id="apostrophe"),
        pytest.param("<p>Jose\u0301 Núñez</p>", "jose", "Jose\u0301 Núñez", id="marks-apart"),
        pytest.param("<p>Mark Rut\u00adte</p>", "mark-rutte", "Mark Rut\u00adte", id="soft-hyphen"),
        pytest.param("<p>so 김정은 said</p>", "kim-jong-un", "김정은", id="native-script"),
        pytest.param(
            "<p>Thomson &amp; Dupont</p>", "dupont-thomson", "Thomson &amp; Dupont", id="ampersand"
        ),
        pytest.param(
            "<p>Ursula von der Leyen</p>", "ursula", "Ursula von der Leyen", id="particles"
        ),
        pytest.param("<ul><li>Mark Rutte</li></ul>", "mark-rutte", "Mark Rutte", id="list"),
        pytest.param("<p><em>Mark Rutte</em></p>", "mark-rutte", "Mark Rutte", id="emphasis"),
        pytest.param(
            "<p>Secretary Blinken’s</p>", "antony-blinken", "Secretary Blinken", id="title"
        ),
        pytest.param(
            "<p>US Secretary of State Blinken</p>",
            "antony-blinken",
            "US Secretary of State Blinken",
            id="long-title",
        ),
        pytest.param("<p>Gen. Roe</p>", "anna-roe", "Gen. Roe", id="shortened-title"),
        pytest.param(
            "<p>a spokesperson Patel</p>", "vedant-patel", "spokesperson Patel", id="small"
        ),
        pytest.param("<p>President Yoon</p>", "yoon-suk-yeol", "President Yoon", id="family-first"),
        pytest.param("<p>Chairman Kim</p>", "kim-jong-un", "Chairman Kim", id="shared-surname"),
        pytest.param(
            "<p>President von der Leyen</p>", "ursula", "President von der Leyen", id="of-particles"
        ),
        pytest.param(
            "<p>President Yoon Tuesday</p>", "yoon-suk-yeol", "President Yoon", id="before-a-day"
        ),
    ],
)
def test_a_name_is_linked(html: str, identifier: str, words: str) -> None:
    assert _linked(html).html == html.replace(words, _a(identifier, words))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>Kim Yong-hyun</p>", id="small-continuation"),
        pytest.param("<p>Mark Rutte-Jones</p>", id="capital-continuation"),
        pytest.param("<p>Mark Rutte’Jones</p>", id="apostrophe-continuation"),
        pytest.param("<p>Jean-Mark Rutte</p>", id="hyphen-before"),
        pytest.param("<p>Mark Ruttes</p>", id="longer-word"),
        pytest.param("<p>mark rutte</p>", id="small-letters"),
        pytest.param("<p>Mark. Rutte</p>", id="stop-between"),
        pytest.param("<p>Mark, Rutte</p>", id="comma-between"),
        pytest.param("<p>Mark</p><p>Rutte</p>", id="two-paragraphs"),
        pytest.param("<p>Mark<br>Rutte</p>", id="two-lines"),
        pytest.param("<p>Rutte spoke</p>", id="bare-surname"),
        pytest.param("<p>President Rutte</p>", id="not-his-title"),
        pytest.param("<p>former Secretary Blinken</p>", id="former"),
        pytest.param("<p>Deputy Secretary Blinken</p>", id="deputy-of-the-same"),
        pytest.param("<p>Secretary, Blinken</p>", id="title-and-comma"),
        pytest.param("<p>Chairman Kim Min</p>", id="somebody-else's-longer-name"),
        pytest.param("<p>Minister May Poe</p>", id="a-forename-like-a-surname"),
        pytest.param("<p>x.Mark Rutte</p>", id="no-space-before"),
        pytest.param("<pre>Mark Rutte</pre>", id="pre"),
        pytest.param("<p><code>Mark Rutte</code></p>", id="code"),
        pytest.param(
            '<p>So<sup><a class="footnote-ref" href="#f">Mark Rutte</a></sup></p>', id="note-mark"
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_name_is_left_alone(html: str) -> None:
    assert _linked(html) == Linked(html)


def test_the_longest_name_is_taken() -> None:
    index = index_names(
        [Person("a", ("Kim Jong",)), Person("b", ("Kim Jong Un",)), Person("c", ("Jong Un Ri",))]
    )

    assert [one.official for one in _linked("<p>Kim Jong Un met Kim Jong</p>", index).mentions] == [
        "b",
        "a",
    ]
    assert [one.official for one in _linked("<p>Kim Jong Un Ri</p>", index).mentions] == ["b"]


def test_a_person_is_linked_once_and_mentioned_each_time() -> None:
    html = "<p>Mark Rutte spoke. So did Tony Blinken.</p><p>Mark Rutte’s words. Rutte left.</p>"

    linked = _linked(html)

    assert linked.html.count('class="official"') == 2
    assert [(one.official, one.sentence, one.offset) for one in linked.mentions] == [
        ("mark-rutte", "Mark Rutte spoke.", 0),
        ("antony-blinken", "So did Tony Blinken.", 25),
        ("mark-rutte", "Mark Rutte’s words.", 39),
        ("mark-rutte", "Rutte left.", 59),
    ]


@pytest.mark.parametrize(
    ("html", "named"),
    [
        pytest.param("<p>Rutte spoke. Mark Rutte left.</p>", ["mark-rutte"], id="too-early"),
        pytest.param("<p>Mark Rutte. Mr. Rutte</p>", ["mark-rutte"] * 2, id="courtesy"),
        pytest.param("<p>Mark Rutte. But Rutte</p>", ["mark-rutte"] * 2, id="after-but"),
        pytest.param("<p>Mark Rutte. On Friday Rutte</p>", ["mark-rutte"] * 2, id="after-a-day"),
        pytest.param("<p>Mark Rutte. NATO Rutte</p>", ["mark-rutte"] * 2, id="after-an-acronym"),
        pytest.param("<p>Mark Rutte. Premier Rutte</p>", ["mark-rutte"] * 2, id="after-an-office"),
        pytest.param("<p>Mark Rutte. Walter Rutte</p>", ["mark-rutte"], id="other-forename"),
        pytest.param("<p>Mark Rutte. W. Rutte</p>", ["mark-rutte"], id="other-initial"),
        pytest.param("<p>Mark Rutte. Rutte Poe</p>", ["mark-rutte"], id="forename-of-another"),
        pytest.param("<p>Mark Rutte. Rutte-Jones</p>", ["mark-rutte"], id="double-name"),
        pytest.param("<p>Kim Jong Un. Kim left.</p>", ["kim-jong-un"], id="surname-of-two"),
        pytest.param("<p>Theresa May. In May it rained.</p>", ["theresa-may"], id="a-month"),
        pytest.param("<p>President Yoon. Yoon</p>", ["yoon-suk-yeol"] * 2, id="after-the-title"),
        pytest.param(
            "<h2>Mark Rutte</h2><p>Rutte</p>", ["mark-rutte"] * 2, id="introduced-by-a-heading"
        ),
        pytest.param("<pre>Mark Rutte</pre><p>Rutte</p>", [], id="introduced-by-code"),
    ],
)
def test_a_bare_surname_counts_once_it_can_mean_one_person(html: str, named: list[str]) -> None:
    linked = _linked(html)

    assert [one.official for one in linked.mentions] == named
    assert linked.html.count('class="official"') <= 1


def test_a_name_that_two_bear_is_ambiguous_and_not_linked() -> None:
    linked = _linked("<p>Lee\nMin met Lee Min. Lee left.</p>")

    assert linked == Linked(
        "<p>Lee\nMin met Lee Min. Lee left.</p>", (), (("Lee Min", ("lee-a", "lee-b")),)
    )


def test_a_title_tells_two_of_one_surname_apart() -> None:
    assert _named("<p>Defence Minister Lee</p>") == ["lee-b"]
    assert _named("<p>Foreign Minister Lee</p>") == ["lee-a"]


def test_a_link_that_an_editor_set_tells_who_is_meant() -> None:
    html = '<p>So <a href="official:lee-b">Lee <em>Min</em></a> spoke. Lee Min left.</p>'

    linked = _linked(html)

    assert linked.html == html
    assert [(one.official, one.offset) for one in linked.mentions] == [("lee-b", 3), ("lee-b", 18)]
    assert linked.ambiguous == ()


def test_a_link_to_nobody_of_the_book_is_no_mention() -> None:
    assert _linked('<p><a href="official:nobody">someone</a></p>').mentions == ()


def test_a_long_sentence_is_cut_around_the_name() -> None:
    html = f"<p>{'It went on, ' * 40}so Mark Rutte said, {'and on, ' * 60}.</p>"

    sentence = _linked(html).mentions[0].sentence

    assert len(sentence) <= 300
    assert sentence.startswith("…")
    assert sentence.endswith("…")
    assert "so Mark Rutte said" in sentence


def test_a_title_that_ends_a_name_is_not_linked_twice() -> None:
    index = index_names([*PEOPLE, Person("x", ("Jan Secretary",))])

    assert _linked("<p>Jan Secretary Blinken</p>", index).html == (
        f"<p>{_a('x', 'Jan Secretary')} Blinken</p>"
    )


def test_titles_are_asked_for_only_where_a_surname_stands() -> None:
    asked: list[str] = []

    def titles(identifier: str) -> tuple[str, ...]:
        asked.append(identifier)
        return ()

    html = "<p>The Secretary met Mark Rutte and President Yoon.</p>"
    link_names(html, INDEX, titles)

    assert set(asked) == {"yoon-suk-yeol"}


def test_names_without_a_capital_or_a_letter_are_never_found() -> None:
    index = index_names([Person("a", ("bell hooks", "...", ""), "")])

    assert _linked("<p>bell hooks ...</p>", index).mentions == ()


def test_a_name_may_end_with_a_small_letter() -> None:
    index = index_names([Person("a", ("Kim Jong un",)), Person("b", ("Abu al-sharaa",))])

    assert len(_linked("<p>Kim Jong un, Abu al-sharaa</p>", index).mentions) == 2


class _Counting(dict[str, tuple[Form, ...]]):
    """An index that counts the names it hands out."""

    handed_out = 0

    def __getitem__(self, word: str) -> tuple[Form, ...]:
        self.handed_out += len(super().__getitem__(word))
        return super().__getitem__(word)


def test_a_text_costs_the_same_however_many_officials_there_are() -> None:
    others = (Person(f"x-{n}", (f"Mark Xe{n}", f"Xo{n} Xe{n}"), f"Xe{n}") for n in range(2_000))
    index = index_names([*PEOPLE, *others])
    counting = _Counting(index.forms)

    _linked(
        "<p>Mark Rutte, who is Secretary, met Tony Blinken.</p>", replace(index, forms=counting)
    )

    assert counting.handed_out == 5  # both full names, one other full name, and both surnames

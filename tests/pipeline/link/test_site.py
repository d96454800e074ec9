from collections.abc import Mapping

import pytest

from generator.diagnostics import Location
from generator.model.draft import Asset
from generator.model.site import Redirect
from tests.pipeline.link.books import TALKS, article, faults, linked, talks, talks_text

SAID = "speaker: {}, kind: position, text: No comment, source: {}"
PAGE = "---\ntitle: {}\norder: {}\n---\n{}\n"


def said(identifier: str = "s1", speaker: str = "ana-petrova", source: str = "transcript") -> str:
    return f"statements:\n  - {{id: {identifier}, {SAID.format(speaker, source)}}}\n"


def dated(day: str) -> str:
    return article().replace("2024-11-14", day)


def test_briefings_stand_newest_first_and_by_address_on_one_day() -> None:
    files = {
        "briefings/c.md": dated("2024-11-13"),
        "briefings/b.md": dated("2024-11-14"),
        "briefings/a.md": dated("2024-11-14"),
        "briefings/d.md": dated("2024-11-14T08:00Z"),
        "briefings/e.md": dated("2024-11"),
    }

    site, problems = linked(files)

    assert problems == ()
    assert [one.id for one in site.briefings] == ["d", "a", "b", "c", "e"]


def test_pages_stand_in_their_order_and_lead_into_the_book() -> None:
    files = {
        "pages/a.md": PAGE.format("A", 2, "[ana](../officials/ana-petrova.yaml) [#](#x)\n\n## X"),
        "pages/b.md": PAGE.format("B", 1, "[talks](briefing:talks)"),
        TALKS: article(),
    }

    site, problems = linked(files)

    assert problems == ()
    assert [one.url for one in site.pages] == ["pages/b.html", "pages/a.html"]
    assert 'href="site:briefings/2024/11/talks.html"' in site.pages[0].body
    assert 'href="site:officials/ana-petrova.html"' in site.pages[1].body
    assert 'href="#h-x"' in site.pages[1].body


def test_a_page_has_no_statements_to_show() -> None:
    (problem,) = faults({"pages/a.md": PAGE.format("A", 0, "[](statement:s1)")})[-1:]

    assert problem.code == "unknown-statement"


def test_a_briefing_is_called_by_its_file_unless_it_has_an_id() -> None:
    assert talks().id == "talks"
    assert talks(meta="id: autumn-talks\n").id == "autumn-talks"


def test_the_length_of_a_text_is_counted_in_the_words_that_are_read() -> None:
    text = talks_text("## Start\n\nThey *met* [twice](https://a.example/).[^1]\n\n[^1]: Once.\n")

    assert text.words == len(["Start", "They", "met", "twice.", "Once."])


def test_a_slug_changes_the_address_and_not_the_id() -> None:
    made = talks(meta="slug: autumn\n")

    assert (made.id, made.url) == ("talks", "briefings/2024/11/autumn.html")


def test_aliases_of_briefings_lead_to_them_by_id_and_by_address() -> None:
    files = {
        TALKS: article(meta="aliases: [old-talks, 2023/older]\n"),
        "briefings/b.md": article(
            "[a](briefing:old-talks) [b](briefing:older)\n", "follows: older\n"
        ),
    }

    site, problems = linked(files)

    url = "briefings/2024/11/talks.html"
    following = next(one for one in site.briefings if one.id == "b")
    assert problems == ()
    assert site.texts[following.name].body.count(f'href="site:{url}"') == 2
    assert following.follows == "talks"
    assert site.redirects == (
        Redirect("briefings/2024/11/old-talks.html", url),
        Redirect("briefings/2023/older.html", url),
    )


def test_aliases_of_records_with_pages_lead_to_them() -> None:
    files = {
        "officials/ana-petrova.yaml": "id: ana-petrova\nname: Ana Petrova\naliases: [ana]\n",
        "sources.yaml": "- {id: transcript, aliases: [record]}\n",
    }

    site, problems = linked(files)

    assert problems == ()
    assert site.redirects == (Redirect("officials/ana.html", "officials/ana-petrova.html"),)


def test_an_asset_can_be_linked_and_goes_into_the_site() -> None:
    asset = Asset("content/assets/map.png", "assets/map.png", b"")

    site, problems = linked({TALKS: article("![map](../../../assets/map.png)\n")}, assets=(asset,))

    assert problems == ()
    assert 'src="site:assets/map.e3b0c44298.png"' in site.texts[TALKS].body
    assert [one.asset for one in site.assets.values()] == [asset]


def test_an_answer_is_the_briefing_that_gives_it() -> None:
    asked = "unknowns:\n  - {id: q1, text: Who?, answered_by: b-old}\n  - {id: q2, text: Why?}\n"

    made = talks(meta=asked, **{"briefings/b.md": article(meta="aliases: b-old\n")})

    assert made.answers == {"q1": "b"}


@pytest.mark.parametrize(
    ("files", "field"),
    [
        pytest.param({"briefings/2023/talks.md": article()}, (), id="file-names"),
        pytest.param({"briefings/z.md": article(meta="id: talks\n")}, ("id",), id="id"),
        pytest.param(
            {"briefings/z.md": article(meta="aliases: x/talks\n")}, ("aliases", 0), id="alias"
        ),
        pytest.param({"briefings/z.md": article(meta=said())}, ("statements", 0, "id"), id="said"),
        pytest.param(
            {"briefings/z.md": article(meta="unknowns: [{id: q1, text: Who?}]\n")},
            ("unknowns", 0, "id"),
            id="question",
        ),
    ],
)
def test_an_id_used_twice_is_an_error_that_names_the_other_file(
    files: Mapping[str, str], field: tuple[str | int, ...]
) -> None:
    first = article(meta=f"{said()}unknowns: [{{id: q1, text: Who?}}]\n")

    (problem,) = faults({TALKS: first, **files})

    assert (problem.code, problem.at.field) == ("duplicate-id", field)
    assert "/briefings/" in problem.message


def test_a_statement_and_a_question_may_have_the_same_id() -> None:
    assert faults({TALKS: article(meta=f"{said('x')}unknowns: [{{id: x, text: Who?}}]\n")}) == ()


@pytest.mark.parametrize(
    ("meta", "code", "field"),
    [
        ("places: [halden]\n", "unknown-place", ("places", 0)),
        ("officials: [bo-lund]\n", "unknown-official", ("officials", 0)),
        ("sources: [{id: tape}]\n", "unknown-source", ("sources", 0, "id")),
        ("follows: older\n", "unknown-briefing", ("follows",)),
    ],
)
def test_what_a_briefing_names_must_be_there(
    meta: str, code: str, field: tuple[str | int, ...]
) -> None:
    (problem,) = faults({TALKS: article(meta=meta)})

    assert (problem.code, problem.at) == (code, Location(f"content/{TALKS}", field=field))


@pytest.mark.parametrize(
    ("failed", "meta", "body"),
    [
        ("officials/bo-lund.yaml", "officials: bo-lund\n", "[he](official:bo-lund)"),
        ("officials.yaml", said(speaker="bo-lund"), ""),
        ("organizations.yaml", said(speaker="pact"), "[it](organization:pact)"),
        ("topics.yaml", "", "[grain](topic:grain)"),
        ("places.yaml", "places: halden\n", "[there](place:halden)"),
        ("sources.yaml", f"sources: tape\n{said(source='tape')}", ""),
        ("briefings/2024/12/ports.md", "follows: ports\n", "[ports](../12/ports.md)"),
        ("briefings/2024/12/ports.md", "", "[ports](../12/ports.md#cost) [s](statement:s9)"),
    ],
)
def test_what_a_file_that_failed_may_hold_is_not_called_missing(
    failed: str, meta: str, body: str
) -> None:
    files = {TALKS: article(f"{body}\n", meta)}

    _, silent = linked(files, failed=frozenset({failed}))

    assert silent == ()
    assert faults(files) != ()


def test_a_file_that_failed_hides_no_other_mistake() -> None:
    files = {TALKS: article("[x](nowhere.md)\n", "places: halden\n")}

    _, problems = linked(files, failed=frozenset({"topics.yaml", "pages/about.md"}))

    assert {one.code for one in problems} == {"broken-link", "unknown-place"}

from collections.abc import Mapping

import pytest

from generator.diagnostics import Location, Problem
from generator.model.site import Redirect
from generator.pipeline.link.briefings import alias_urls, briefing_url
from generator.pipeline.link.collisions import collisions, unsafe_paths
from tests.pipeline.link.books import article, drafts


def unsafe(*names: str, meta: str = "") -> list[Problem]:
    return list(unsafe_paths(drafts({name: article(meta=meta) for name in names})))


def taken(files: Mapping[str, str], *redirects: Redirect) -> list[Problem]:
    made = drafts(files)
    own = [Redirect(url, briefing_url(one)) for one in made.briefings for url in alias_urls(one)]
    return list(collisions(made, (*own, *redirects)))


@pytest.mark.parametrize(
    "name",
    [
        "briefings/2024/11/talks.md",
        "briefings/Talks_2024.v2.md",
        "briefings/2024.11.13-talks.md",
        "briefings/console.md",
        "briefings/page-two.md",
        f"briefings/{'a' * 100}.md",
    ],
)
def test_letters_digits_and_single_marks_make_an_address(name: str) -> None:
    assert unsafe(name) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("briefings/été.md", "name it 'ete'", id="accents"),
        pytest.param("briefings/the talks.md", "name it 'the-talks'", id="space"),
        pytest.param("briefings/회담.md", "use letters, digits and hyphens", id="hangul"),
        pytest.param("briefings/a--b.md", "name it 'a-b'", id="two-hyphens"),
        pytest.param("briefings/-talks.md", "name it 'talks'", id="hyphen-first"),
        pytest.param("briefings/what?.md", "name it 'what'", id="question-mark"),
        pytest.param("briefings/a#b.md", "name it 'a-b'", id="hash"),
        pytest.param("briefings/100%.md", "name it '100'", id="per-cent"),
        pytest.param("briefings/con.md", "name it 'con-1'", id="windows-device"),
        pytest.param("briefings/AUX.notes.md", "name it 'aux-notes'", id="device-with-ending"),
        pytest.param("briefings/nov 2024/talks.md", "name it 'nov-2024'", id="folder"),
        pytest.param("briefings/page-2.md", "name it 'page-2-1'", id="part-of-a-list"),
        pytest.param(f"briefings/{'a' * 101}.md", f"name it '{'a' * 100}'", id="too-long"),
        pytest.param("pages/über uns.md", "name it 'uber-uns'", id="page"),
    ],
)
def test_a_path_that_is_no_address_everywhere_is_an_error_with_a_better_name(
    name: str, hint: str
) -> None:
    text = "---\ntitle: A page\n---\n" if name.startswith("pages/") else article()

    (problem,) = unsafe_paths(drafts({name: text}))

    assert (problem.code, problem.at) == ("unsafe-path", Location(f"content/{name}"))
    assert problem.hint == hint


def test_a_slug_stands_for_a_name_that_is_no_address() -> None:
    assert unsafe("briefings/été 2024.md", meta="slug: summer\n") == []


def test_an_alias_that_is_no_address_is_an_error_at_its_field() -> None:
    (problem,) = unsafe("briefings/talks.md", meta="aliases: [old, old talks]\n")

    assert problem.at == Location("content/briefings/talks.md", field=("aliases", 1))
    assert "'old talks'" in problem.message


def test_addresses_of_their_own_do_not_collide() -> None:
    files = {
        "briefings/2024/talks.md": article(meta="aliases: [old, briefings/2024/talks]\n"),
        "briefings/2023/talks.md": article(meta="aliases: talks\n"),
        "pages/talks.md": "---\ntitle: Talks\n---\n",
    }

    assert taken(files) == []


@pytest.mark.parametrize(
    ("files", "url", "at"),
    [
        pytest.param(
            {"briefings/a.md": article(), "briefings/b.md": article(meta="slug: a\n")},
            "briefings/a.html",
            Location("content/briefings/b.md", field=("slug",)),
            id="slug",
        ),
        pytest.param(
            {"briefings/A.md": article(), "briefings/a.md": article()},
            "briefings/a.html",
            Location("content/briefings/a.md"),
            id="capitals-on-windows-and-macos",
        ),
        pytest.param(
            {"briefings/a.md": article(), "briefings/b.md": article(meta="aliases: [x, a]\n")},
            "briefings/a.html",
            Location("content/briefings/b.md", field=("aliases",)),
            id="alias-and-briefing",
        ),
        pytest.param(
            {
                "briefings/a/x.md": article(meta="aliases: old\n"),
                "briefings/b/y.md": article(meta="aliases: a/old\n"),
            },
            "briefings/a/old.html",
            Location("content/briefings/b/y.md", field=("aliases",)),
            id="two-aliases",
        ),
        pytest.param(
            {"briefings/index.md": article()},
            "briefings/index.html",
            Location("content/briefings/index.md"),
            id="index-of-briefings",
        ),
        pytest.param(
            {"topics.yaml": "- {id: arms, name: A}\n- {id: index, name: B}\n"},
            "topics/index.html",
            Location("content/topics.yaml", field=(1, "id")),
            id="topic-called-index",
        ),
        pytest.param(
            {"officials/bo.yaml": "id: page-2\nname: Bo Lund\n"},
            "officials/page-2.html",
            Location("content/officials/bo.yaml", field=("id",)),
            id="official-called-like-a-part-of-the-list",
        ),
    ],
)
def test_two_sources_of_one_address_are_an_error(
    files: Mapping[str, str], url: str, at: Location
) -> None:
    (problem,) = taken(files)

    assert (problem.code, problem.at) == ("address-taken", at)
    assert f"the address {url} is taken by" in problem.message


def test_the_source_that_has_the_address_is_named() -> None:
    (problem,) = taken({"briefings/a.md": article(), "briefings/b.md": article(meta="slug: a\n")})

    assert problem.message.endswith("is taken by content/briefings/a.md")


def test_an_old_id_that_is_the_address_of_a_list_is_an_error_in_its_own_file() -> None:
    redirect = Redirect("officials/index.html", "officials/ana-petrova.html")

    (problem,) = taken({}, redirect)

    assert problem.at == Location("content/officials/ana-petrova.yaml", field=("aliases",))
    assert problem.message.endswith("is taken by the index of officials")

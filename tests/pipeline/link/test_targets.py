import pytest

from generator.diagnostics import Location, Problem
from generator.model.draft import BodyLink
from generator.pipeline.link.registries import Names
from generator.pipeline.link.targets import Targets

HERE = "briefings/2024/11/talks.md"
AT = Location(f"content/{HERE}", 9, 4, 6)
TARGETS = Targets(
    names=Names(
        {
            "briefings": {"talks": "talks", "ports": "ports", "harbours": "ports"},
            "officials": {"ana": "ana", "ana-p": "ana"},
            "organizations": {"pact": "pact"},
            "places": {"halden": "halden"},
            "statements": {"s1": "s1"},
            "topics": {"arms": "arms"},
        }
    ),
    files={
        HERE: "briefings/2024/11/talks.html",
        "briefings/2024/12/ports.md": "briefings/2024/12/ports.html",
        "pages/about us.md": "pages/about us.html",
        "officials/ana.yaml": "officials/ana.html",
        "topics.yaml": "topics/index.html",
        "assets/map.png": "assets/map.png",
    },
    urls={
        "briefings": {
            "talks": "briefings/2024/11/talks.html",
            "ports": "briefings/2024/12/ports.html",
        },
        "statements": {"s1": "briefings/2024/12/ports.html#st-s1"},
    },
    anchors={"briefings/2024/12/ports.html": frozenset({"h-cost", "st-s1", "sources"})},
)


def address(target: str, *, name: str = HERE) -> str | None:
    found, problems = TARGETS.address(BodyLink(target, AT), name)
    assert problems == ()
    return found


def fault(target: str, *, name: str = HERE) -> Problem:
    found, (problem,) = TARGETS.address(BodyLink(target, AT), name)
    assert found is None
    assert problem.at == AT
    return problem


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("official:ana", "officials/ana.html", id="official"),
        pytest.param("official:ana-p", "officials/ana.html", id="alias"),
        pytest.param("organization:pact", "organizations/pact.html", id="organization"),
        pytest.param("topic:arms", "topics/arms.html", id="topic"),
        pytest.param("place:halden", "places/halden.html", id="place"),
        pytest.param("briefing:ports", "briefings/2024/12/ports.html", id="briefing"),
        pytest.param("briefing:harbours", "briefings/2024/12/ports.html", id="old-id-of-briefing"),
        pytest.param("briefing:ports#cost", "briefings/2024/12/ports.html#h-cost", id="heading"),
        pytest.param("statement:s1", "briefings/2024/12/ports.html#st-s1", id="statement"),
    ],
)
def test_a_kind_and_an_id_lead_to_a_page(target: str, expected: str) -> None:
    assert address(target) == f"site:{expected}"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("talks.md", "briefings/2024/11/talks.html", id="beside"),
        pytest.param("./talks.md", "briefings/2024/11/talks.html", id="dot"),
        pytest.param("../12/ports.md", "briefings/2024/12/ports.html", id="up-and-down"),
        pytest.param("../12/ports.md#cost", "briefings/2024/12/ports.html#h-cost", id="heading"),
        pytest.param("../12/ports.md#h-cost", "briefings/2024/12/ports.html#h-cost", id="its-id"),
        pytest.param("../12/ports.md#st-s1", "briefings/2024/12/ports.html#st-s1", id="anchor"),
        pytest.param("../../../assets/map.png", "assets/map.png", id="asset"),
        pytest.param("../../../assets/map.png#x=1", "assets/map.png#x=1", id="within-an-asset"),
        pytest.param("../../../officials/ana.yaml", "officials/ana.html", id="record"),
        pytest.param("../../../topics.yaml", "topics/index.html", id="registry"),
        pytest.param("../../../pages/about%20us.md", "pages/about us.html", id="escaped"),
    ],
)
def test_a_path_to_a_source_leads_to_what_is_made_of_it(target: str, expected: str) -> None:
    assert address(target) == f"site:{expected}"


@pytest.mark.parametrize(
    "target",
    [
        "https://estara.example/a#b",
        "http://estara.example",
        "mailto:desk@estara.example",
        "#cost",
        "HTTPS://ESTARA.EXAMPLE/",
    ],
)
def test_links_to_the_web_and_within_the_text_stay(target: str) -> None:
    assert address(target) == target


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        pytest.param("ports.md", "there is content/briefings/2024/12/ports.md", id="wrong-folder"),
        pytest.param("/briefings/2024/12/ports.md", "content/briefings/2024/12", id="absolute"),
        pytest.param("../12/ports.html", "/12/ports.md", id="the-page-instead-of-the-source"),
        pytest.param("", "official:ID", id="empty"),
        pytest.param("//estara.example/x", "official:ID", id="without-scheme"),
        pytest.param("../../../../etc/passwd", "official:ID", id="out-of-the-book"),
        pytest.param("Talks.md", "there is content/briefings/2024/11/talks.md", id="other-case"),
        pytest.param("../../../asets/map.png", "there is content/assets/map.png", id="near"),
        pytest.param("silos.md", "official:ID", id="another-name-in-the-folder"),
    ],
)
def test_a_path_to_nothing_is_a_broken_link(target: str, hint: str) -> None:
    problem = fault(target)

    assert problem.code == "broken-link"
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("target", "code", "hint"),
    [
        pytest.param("official:anna", "unknown-official", "did you mean 'ana'?", id="near"),
        pytest.param("topic:grain", "unknown-topic", "briefbook new topic grain", id="far"),
        pytest.param("statement:s1x", "unknown-statement", "did you mean 's1'?", id="statement"),
        pytest.param("briefing:mines", "unknown-briefing", "", id="briefing"),
        pytest.param("official:", "unknown-official", "", id="no-id"),
    ],
)
def test_an_id_that_nothing_has_is_an_error(target: str, code: str, hint: str) -> None:
    problem = fault(target)

    assert problem.code == code
    assert hint in problem.hint


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://estara.example",
        "site:topics/index.html",
        "Official:ana",
        "source:transcript",
    ],
)
def test_a_link_of_another_kind_is_forbidden(target: str) -> None:
    problem = fault(target)

    assert problem.code == "forbidden-link"
    assert "official:" in problem.hint


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        pytest.param("briefing:ports#costs", "did you mean 'cost'?", id="near"),
        pytest.param("../12/ports.md#weather", "take away the `#`", id="far"),
        pytest.param("topic:arms#history", "take away the `#`", id="page-without-parts"),
    ],
)
def test_a_link_to_a_part_that_a_page_does_not_have_is_broken(target: str, hint: str) -> None:
    problem = fault(target)

    assert problem.code == "broken-link"
    assert hint in problem.hint


def test_a_path_is_read_from_the_folder_of_its_own_file() -> None:
    assert address("../officials/ana.yaml", name="pages/about.md") == "site:officials/ana.html"

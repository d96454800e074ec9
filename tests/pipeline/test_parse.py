import pytest

from generator.diagnostics import Location, Problem
from generator.model.draft import Article, BodyLink, BriefingDraft, SourceFile
from generator.pipeline.parse import parse_briefing, parse_page
from generator.text.markup.fragments import plain_text

HEAD = "title: Talks resume\npublished: 2024-11-14\ntopics: arms\n"
MORE = "published: 2024-11-14\ntopics: [arms]\n"
WIRE = "Talks resume in Halden\n\nEnvoys met on Friday.\n\n{}\n\nThey will meet again.\n"


def file(name: str, text: str) -> SourceFile:
    return SourceFile(f"content/{name}", name, text)


def article(text: str, sidecar: str | None = None, *, name: str = "briefings/talks.md") -> Article:
    beside = f"{name.rsplit('.', 1)[0]}.yaml"
    return Article(file(name, text), None if sidecar is None else file(beside, sidecar))


def raw(text: str, sidecar: str = HEAD) -> Article:
    return article(text, sidecar, name="briefings/talks.txt")


def parsed(given: Article) -> BriefingDraft:
    outcome = parse_briefing(given)
    assert outcome.problems == ()
    assert outcome.value is not None
    return outcome.value


def faults(given: Article) -> tuple[Problem, ...]:
    outcome = parse_briefing(given)
    assert outcome.value is None
    return outcome.problems


def test_an_article_is_its_front_matter_and_its_text() -> None:
    draft = parsed(article(f"---\n{HEAD}dek: In Halden\n---\n## Start\n\nThey *met*.\n"))

    assert (draft.title, draft.dek, draft.byline) == ("Talks resume", "In Halden", None)
    assert draft.entry.topics == ("arms",)
    assert draft.body.html == '<h2 id="h-start">Start</h2>\n<p>They <em>met</em>.</p>'
    assert [(one.anchor, one.level, one.text) for one in draft.body.headings] == [
        ("h-start", 2, "Start")
    ]
    assert draft.meta_path == draft.path == "content/briefings/talks.md"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The draft [sic] names [three] sites.", id="brackets"),
        pytest.param("See [the annex](http://estara.example/annex).", id="link-like"),
        pytest.param("Prices* rose; *estimates only.", id="asterisks"),
        pytest.param("The file is_called new_draft_final.", id="underscores"),
        pytest.param("# 4 on the agenda was grain.", id="hash"),
        pytest.param("1986. That was the year of the first talks.", id="a-year-with-a-stop"),
        pytest.param("They said <b>no</b> & left; 2 < 3.", id="angle-brackets"),
        pytest.param("`make` and ~~not~~ <!-- this -->.", id="backquotes-and-comments"),
        pytest.param("Call &amp; ask; &copy; is no sign here.", id="entities"),
        pytest.param("> quoted by mail", id="mail-quotation"),
        pytest.param("Footnote[^1] and \\*escape\\*.", id="footnote-and-backslash"),
    ],
)
def test_a_raw_article_comes_out_as_it_was_written(line: str) -> None:
    draft = parsed(raw(WIRE.format(line)))

    assert line in plain_text(draft.body.html).split("\n")
    assert not any(tag in draft.body.html for tag in ("<em", "<b>", "<a ", "<li", "<h", "<code"))
    assert draft.links == ()


def test_indented_lines_of_a_raw_article_keep_their_indent_and_are_no_code() -> None:
    draft = parsed(raw(WIRE.format("Votes on the text:\n    For: 12\n    Against: 3")))

    assert (
        "<p>Votes on the text:<br>\xa0\xa0\xa0\xa0For: 12<br>\xa0\xa0\xa0\xa0Against: 3</p>"
        in draft.body.html
    )


def test_a_raw_article_gives_its_headline_byline_and_credits() -> None:
    text = (
        "Talks resume in Halden\n\nBy Jana Roe\n\nHALDEN — The envoys met on Monday.\n\n"
        "Advertisement\n\n(Reporting by Max Moe)\n"
    )

    draft = parsed(raw(text, MORE))

    assert (draft.title, draft.byline) == ("Talks resume in Halden", "By Jana Roe")
    assert draft.credits == ("(Reporting by Max Moe)",)
    assert [(one.rule, one.line) for one in draft.left_out] == [("advertisement", 7)]
    assert plain_text(draft.body.html) == "HALDEN — The envoys met on Monday."


def test_the_metadata_goes_before_what_the_raw_article_says_and_no_prose_is_lost() -> None:
    text = "Old headline\n\nGrain comes second\n\nBy Jana Roe\n\nThey met on Monday.\n"

    draft = parsed(raw(text, f"{HEAD}dek: A first day\nbyline: Desk\n"))

    assert (draft.title, draft.dek, draft.byline) == ("Talks resume", "A first day", "Desk")
    assert plain_text(draft.body.html) == "Grain comes second\nThey met on Monday."


def test_a_raw_article_that_begins_with_dashes_has_no_front_matter() -> None:
    draft = parsed(raw("---\ntitle: not metadata\n---\n\nThe envoys met on Monday.\n"))

    assert "title: not metadata" in plain_text(draft.body.html)


@pytest.mark.parametrize("text", ["They met.\n", "---\n---\nThey met.\n"], ids=["bare", "empty"])
def test_a_markdown_article_may_have_its_metadata_beside_it(text: str) -> None:
    draft = parsed(article(text, HEAD))

    assert draft.body.html == "<p>They met.</p>"
    assert draft.meta_path == "content/briefings/talks.yaml"


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        pytest.param(
            article(f"---\n{HEAD}---\nText\n", HEAD), "metadata-twice", "talks.yaml", id="twice"
        ),
        pytest.param(article("They met.\n"), "no-metadata", "metadata", id="none"),
        pytest.param(
            article("---\n\n---\nThey met.\n"), "no-metadata", "metadata", id="empty-front-matter"
        ),
        pytest.param(
            article("They met.\n", name="briefings/talks.txt"),
            "no-metadata",
            "metadata",
            id="raw-without-sidecar",
        ),
        pytest.param(
            article(f"---\n{HEAD}\nThey met.\n"), "front-matter-open", "no end", id="not-closed"
        ),
        pytest.param(
            article(f"---\n{HEAD}", HEAD), "front-matter-open", "no end", id="not-closed-sidecar"
        ),
        pytest.param(article(f"---\n{MORE}---\n"), "missing-field", "'title'", id="no-title"),
        pytest.param(raw("", MORE), "missing-field", "headline", id="raw-without-headline"),
    ],
)
def test_metadata_that_is_missing_or_there_twice_is_said(
    given: Article, code: str, words: str
) -> None:
    (problem,) = faults(given)

    assert problem.code == code
    assert words in problem.message
    assert problem.hint
    assert (problem.at.line, problem.at.column) == (1, 1)


@pytest.mark.parametrize(
    ("name", "named"),
    [("talks.txt", "talks.yaml"), ("talks.md", "`---`")],
    ids=["raw", "markdown"],
)
def test_missing_metadata_says_where_to_write_it(name: str, named: str) -> None:
    (problem,) = faults(article("They met.\n", name=f"briefings/{name}"))

    assert named in problem.hint


@pytest.mark.parametrize("sidecar", ["", "# later\n", "~\n"], ids=["empty", "comment", "null"])
def test_an_empty_sidecar_lacks_every_needed_field(sidecar: str) -> None:
    problems = faults(raw("Talks\n\nThey met.\n", sidecar))

    assert {(one.code, one.at.field) for one in problems} == {
        ("missing-field", ("published",)),
        ("missing-field", ("topics",)),
    }


@pytest.mark.parametrize(
    ("given", "path", "line"),
    [
        pytest.param(
            article(f"---\n{HEAD}dek: US: no\n---\nText\n"), "talks.md", 5, id="front-matter"
        ),
        pytest.param(article(f"---\n{HEAD}title: Again\n---\n"), "talks.md", 5, id="duplicate-key"),
        pytest.param(article("Text\n", f"{HEAD}dek: US: no\n"), "talks.yaml", 4, id="md-sidecar"),
        pytest.param(raw("Text\n", f"\n{HEAD}dek: US: no\n"), "talks.yaml", 5, id="raw-sidecar"),
    ],
)
def test_a_fault_of_the_yaml_has_the_line_of_its_own_file(
    given: Article, path: str, line: int
) -> None:
    (problem,) = faults(given)

    assert (problem.at.path, problem.at.line) == (f"content/briefings/{path}", line)


def test_a_wrong_value_is_found_by_the_path_of_its_field() -> None:
    given = article(f"---\n{HEAD}statements:\n  - id: s1\n    kind: rumour\n---\n")

    problems = faults(given)

    fields = {one.at.field for one in problems}
    assert ("statements", 0, "kind") in fields
    assert ("statements", 0, "speaker") in fields


def test_every_wrong_value_is_told_of_at_once() -> None:
    codes = {one.code for one in faults(article("---\npublished: soon\ntopcs: x\ntitle:\n---\n"))}

    assert codes == {"bad-date", "unknown-key", "missing-field"}


def test_the_short_fields_are_markdown_within_a_line() -> None:
    meta = f"{HEAD}summary: Talks *resume* -- see [Ana](official:ana)\nkey_points: [a **b**, <c>]\n"

    draft = parsed(article(f"---\n{meta}---\n"))

    assert draft.blocks.summary == 'Talks <em>resume</em> – see <a href="official:ana">Ana</a>'
    assert draft.blocks.key_points == ("a <strong>b</strong>", "&lt;c&gt;")


def test_judgments_and_questions_keep_their_facts() -> None:
    meta = (
        f"{HEAD}key_judgments:\n  - {{text: It *holds*, confidence: low}}\n"
        "unknowns:\n  - {id: q1, text: Who *paid*?, status: answered}\n"
    )

    blocks = parsed(article(f"---\n{meta}---\n")).blocks

    assert [(one.text, one.confidence) for one in blocks.key_judgments] == [
        ("It <em>holds</em>", "low")
    ]
    assert [(one.text, one.unknown.status) for one in blocks.unknowns] == [
        ("Who <em>paid</em>?", "answered")
    ]


def test_links_are_recorded_with_their_place() -> None:
    meta = f"{HEAD}summary: See [it](topic:arms)\n"
    text = "\nSee [here](../ports.md) and\n![map](../assets/map.png).\n"

    links = parsed(article(f"---\n{meta}---\n{text}")).links

    path = "content/briefings/talks.md"
    assert links == (
        BodyLink("../ports.md", Location(path, 8, 12, 11)),
        BodyLink("../assets/map.png", Location(path, 9, 8, 17)),
        BodyLink("topic:arms", Location(path, field=("summary",))),
    )


def test_links_beside_a_sidecar_are_in_the_article_or_in_the_sidecar() -> None:
    sidecar = f"{HEAD}watch: '[it](topic:arms)'\n"

    links = parsed(article("See [here](ports.md).\n", sidecar)).links

    assert [(one.target, one.at) for one in links] == [
        ("ports.md", Location("content/briefings/talks.md", 1, 12, 8)),
        ("topic:arms", Location("content/briefings/talks.yaml", field=("watch", 0))),
    ]


@pytest.mark.parametrize(
    ("given", "at"),
    [
        pytest.param(
            article("[" * 200, HEAD), Location("content/briefings/talks.md", 1), id="text"
        ),
        pytest.param(
            article("Text", f"{HEAD}new: ['{'[' * 200}']\n"),
            Location("content/briefings/talks.yaml", field=("new", 0)),
            id="short-field",
        ),
    ],
)
def test_markdown_that_is_nested_too_deep_is_an_error_with_a_place(
    given: Article, at: Location
) -> None:
    (problem,) = parse_briefing(given).problems

    assert (problem.code, problem.at) == ("too-deep", at)


def test_a_page_is_parsed_like_an_article() -> None:
    page = article("---\ntitle: About\norder: 2\n---\nSee [x](y.md).\n", name="pages/about.md")

    draft = parse_page(page).value

    assert draft is not None
    assert (draft.entry.title, draft.entry.order) == ("About", 2)
    assert [one.target for one in draft.links] == ["y.md"]


def test_a_page_without_title_is_an_error() -> None:
    outcome = parse_page(article("---\norder: 2\n---\n", name="pages/about.md"))

    assert outcome.value is None
    assert [one.code for one in outcome.problems] == ["missing-field"]

from generator.model.briefing import Unknown
from generator.model.site import Site
from generator.model.subjects import Topic
from generator.model.views.lists import TopicsView, TopicView
from generator.model.views.parts import Link, Tile
from generator.pipeline.index.pages.topics import topic_pages, topics_page
from tests.builders import briefing, config, day, site, statement
from tests.desks import PageAtDesk, pages_of

SECURITY = Topic(id="security", name="Security")
ARMS = Topic(
    id="arms",
    name="Arms",
    parent="security",
    description="Weapons and parts of them.",
    see_also=("ports", "unheard-of"),
    reviewed=day("2024-10"),
    owner="Arms desk",
)
PORTS = Topic(id="ports", name="Ports")


def pages(book: Site, size: int = 50) -> dict[str, PageAtDesk]:
    return {one.url: one for one in pages_of(topic_pages, book, config(pages_per_list=size))}


def view(page: PageAtDesk) -> TopicView:
    view = page.show().view
    assert isinstance(view, TopicView)
    return view


def test_a_topic_tells_what_it_is() -> None:
    book = site(briefing(), records=[SECURITY, ARMS, PORTS])

    page = pages(book)["topics/arms.html"]
    shown = view(page)

    assert shown.crumbs == (
        Link("Topics", "topics/index.html"),
        Link("Security", "topics/security.html"),
    )
    assert shown.related == (Link("Ports", "topics/ports.html"),)
    assert (shown.owner, shown.description) == ("Arms desk", "Weapons and parts of them.")
    assert shown.reviewed is not None
    assert shown.reviewed.text == "October 2024"
    assert page.show().head.description == "Weapons and parts of them."
    assert [one.url for one in page.show().head.feeds] == [
        "feed.xml", "feed.json", "topics/arms/feed.xml", "topics/arms/feed.json",
    ]  # fmt: skip


def test_a_topic_holds_what_is_filed_below_it_each_once() -> None:
    both = briefing("both", statement(), topics=("arms", "security"))
    book = site(both, briefing("other", topics=("arms",)), records=[SECURITY, ARMS])

    shown = view(pages(book)["topics/security.html"])

    assert shown.tiles == (
        Tile("2", "briefings"),
        Tile("1", "statement"),
        Tile("1", "official"),
        Tile("14 Nov 2024", "latest"),
    )
    assert shown.sub_topics == (Link("Arms", "topics/arms.html"),)
    assert shown.statements_total.number == 1


def test_a_topic_in_a_circle_is_no_endless_loop() -> None:
    left = Topic(id="left", name="Left", parent="right")
    right = Topic(id="right", name="Right", parent="left")

    shown = view(pages(site(briefing(topics=("left",)), records=[left, right]))["topics/left.html"])

    assert [one.text for one in shown.crumbs] == ["Topics", "Right"]


def test_the_timeline_goes_by_month() -> None:
    book = site(
        briefing("a", published="2024-11-14"),
        briefing("b", published="2024-11-02"),
        briefing("c", published="2024-10-30"),
    )

    shown = view(pages(book)["topics/arms.html"])

    assert [(one.heading, len(one.cards)) for one in shown.timeline] == [
        (Link("November 2024", "archive/2024/11.html"), 2),
        (Link("October 2024", "archive/2024/10.html"), 1),
    ]


def test_further_parts_carry_on_the_timeline_alone() -> None:
    book = site(
        *(
            briefing(
                f"b{n}", statement(f"s{n}"), published=f"2024-11-0{n}", entry={"summary": "So."}
            )
            for n in range(1, 8)
        )
    )

    found = pages(book, size=5)
    first, second = view(found["topics/arms.html"]), view(found["topics/arms/page-2.html"])

    assert first.standing is not None
    assert (second.standing, second.standing_summary, second.statements) == (None, None, ())
    assert [one.title for one in second.timeline[0].cards] == ["B2", "B1"]
    assert found["topics/arms/page-2.html"].show().head.title == "Arms, page 2"
    assert found["topics/arms/page-2.html"].show().head.previous == "topics/arms.html"


def test_where_it_stands_is_the_newest_bottom_line() -> None:
    book = site(
        briefing("newest", published="2024-11-14"),
        briefing("told", published="2024-11-12", entry={"summary": "No proof yet."}),
    )

    shown = view(pages(book)["topics/arms.html"])

    assert shown.standing is not None
    assert (shown.standing.title, shown.standing_summary) == ("Told", "No proof yet.")


def test_a_topic_shows_ten_statements_and_who_speaks_most() -> None:
    said = [statement(f"s{n}", date=f"2024-11-{n:02}") for n in range(1, 13)]
    aside = statement("aside", "jan-visser", date="2024-10-01")

    shown = view(pages(site(briefing("talks", *said, aside)))["topics/arms.html"])

    assert [one.id for one in shown.statements] == [f"s{n}" for n in range(12, 2, -1)]
    assert shown.statements_total.number == 13
    assert [(one.link.text, one.number) for one in shown.speakers] == [
        ("Ana Petrova", 12),
        ("Jan Visser", 1),
    ]


def test_a_statement_on_another_topic_is_not_shown() -> None:
    aside = statement("aside", topics=("ports",))

    found = pages(site(briefing("talks", aside, statement("here"))))

    assert [one.id for one in view(found["topics/arms.html"]).statements] == ["here"]
    assert [one.id for one in view(found["topics/ports.html"]).statements] == ["aside"]


def test_a_topic_asks_its_open_questions() -> None:
    asking = briefing(entry={"unknowns": (Unknown(id="who", text="Who?"),)})

    shown = view(pages(site(asking))["topics/arms.html"])

    assert [one.text for one in shown.questions] == ["Who?"]


def test_a_topic_without_briefings_has_a_page() -> None:
    shown = view(pages(site(records=[PORTS]))["topics/ports.html"])

    assert (shown.timeline, shown.pager, shown.standing) == ((), None, None)
    assert shown.tiles[0] == Tile("0", "briefings")


def test_topics_are_listed_as_a_tree() -> None:
    book = site(briefing(published="2024-11-14"), records=[ARMS, SECURITY, PORTS])

    page = pages_of(lambda _: [topics_page()], book, config())[0]

    view = page.show().view
    assert isinstance(view, TopicsView)
    assert [one.link.text for one in view.topics] == ["Ports", "Security"]
    security = view.topics[1]
    assert [one.link.text for one in security.children] == ["Arms"]
    assert security.count.number == 1
    assert security.latest is not None
    assert view.total.number == 3

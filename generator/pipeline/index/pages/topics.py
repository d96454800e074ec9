"""The pages of topics, and the list of topics as a tree."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from generator.model import addresses
from generator.model.later import changed, later
from generator.model.page import Page, Shown
from generator.model.site import Briefing
from generator.model.subjects import Topic
from generator.model.views.lists import TopicLine, TopicsView, TopicView
from generator.model.views.parts import Link, StatementCard, Tally, Tile
from generator.pipeline.index.cards.cards import count_tile, tallies
from generator.pipeline.index.cards.links import feed_links, section_link, speaker_link, topic_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.groups import by_month
from generator.pipeline.index.heads import page_head, part_head
from generator.pipeline.index.made_once import common_to
from generator.pipeline.index.pages.drawn_topic import activity_of, together_of
from generator.pipeline.index.pages.questions import newest_open_questions
from generator.pipeline.index.paging import Part, paginate
from generator.pipeline.index.wording.order import name_key
from generator.pipeline.index.wording.words import LATEST, PAGES

_MOST_STATEMENTS: Final = 10
_MOST_SPEAKERS: Final = 8
_MOST_QUESTIONS: Final = 10
_SECTION: Final = addresses.section("topics")


def topic_pages(desk: Desk) -> tuple[Page, ...]:
    """Make the pages of every topic, in as many parts as its briefings need."""
    return tuple(page for topic in desk.site.topics.values() for page in _pages(topic, desk))


def topics_page(desk: Desk) -> Page:
    """Make the list of topics."""
    topics = desk.site.topics.values()
    tops = [one for one in topics if one.parent not in desk.site.topics]
    tops.sort(key=lambda one: (name_key(one.name), one.id))
    view = TopicsView(
        topics=tuple(_line(one, desk) for one in tops),
        total=desk.words.counted(len(desk.site.topics), "topic"),
    )
    head = page_head(desk.config, desk.words.say(PAGES["topics"]), section=_SECTION)
    return Page.of(_SECTION, "topics.html", view, head)


def _pages(topic: Topic, desk: Desk) -> Iterator[Page]:
    url = addresses.thing("topics", topic.id)
    head = page_head(
        desk.config,
        topic.name,
        section=_SECTION,
        description=topic.description or "",
        feeds=feed_links(url, topic.name),
    )
    briefings = desk.lookup.briefings_on.get(topic.id, ())
    parts = paginate(briefings, url, desk.config.pages_per_list)
    whole = common_to(parts, lambda: topic_view(topic, desk))

    def show(part: Part[Briefing]) -> Shown:
        view = changed(
            whole() if part.number == 1 else _further(whole()),
            timeline=later(partial(by_month, part.items, desk.cards)),
            pager=part.pager,
        )
        return Shown(view, part_head(head, part.pager, desk.words))

    return (Page(part.url, "topic.html", partial(show, part)) for part in parts)


def _further(view: TopicView) -> TopicView:
    return changed(
        view,
        standing=None,
        standing_summary=None,
        activity=None,
        together=None,
        statements=(),
        speakers=(),
        questions=(),
    )


def topic_view(topic: Topic, desk: Desk) -> TopicView:
    """Gather what the first part of a topic's page shows, all but its part of the timeline.

    Further parts carry the timeline on and show nothing else that grows.
    """
    lookup, site = desk.lookup, desk.site
    briefings = lookup.briefings_on.get(topic.id, ())
    standing = next((one for one in briefings if one.blocks.summary), None)
    above = reversed(lookup.ancestors[topic.id])
    return TopicView(
        crumbs=(section_link("topics", desk.words), *(topic_link(one, site) for one in above)),
        name=topic.name,
        description=topic.description or "",
        scope_note=topic.scope_note or "",
        also_called=topic.other_names,
        tiles=_tiles(topic, desk),
        standing=desk.cards.briefings[standing.id] if standing else None,
        standing_summary=standing.blocks.summary if standing else None,
        activity=later(partial(activity_of, topic.id, desk)),
        together=later(partial(together_of, topic.id, desk)),
        timeline=(),
        pager=None,
        statements=later(partial(_newest_statements, topic, desk)),
        statements_total=desk.words.counted(
            len(lookup.statements_on.get(topic.id, ())), "statement"
        ),
        speakers=later(partial(_speakers, topic, desk)),
        sub_topics=tuple(topic_link(one.id, site) for one in lookup.sub_topics.get(topic.id, ())),
        related=tuple(topic_link(one, site) for one in topic.see_also if one in site.topics),
        questions=later(partial(newest_open_questions, briefings, desk, _MOST_QUESTIONS)),
        owner=topic.owner or "",
        reviewed=desk.words.dates.when(topic.reviewed) if topic.reviewed else None,
        feeds=feed_links(addresses.thing("topics", topic.id), topic.name),
    )


def _tiles(topic: Topic, desk: Desk) -> tuple[Tile, ...]:
    """Show how much there is on a topic, and how new it is."""
    lookup, words = desk.lookup, desk.words
    briefings = lookup.briefings_on.get(topic.id, ())
    statements = lookup.statements_on.get(topic.id, ())
    speakers = {one.speaker for one in statements if one.speaker in lookup.site.officials}
    numbers = (
        words.counted(len(briefings), "briefing"),
        words.counted(len(statements), "statement"),
        words.counted(len(speakers), "official"),
    )
    newest = (
        Tile(words.dates.when(one.published).text, words.say(LATEST)) for one in briefings[:1]
    )
    return (*(count_tile(one, words) for one in numbers), *newest)


def _newest_statements(topic: Topic, desk: Desk) -> tuple[StatementCard, ...]:
    newest = desk.lookup.statements_on.get(topic.id, ())[:_MOST_STATEMENTS]
    return desk.cards.of_statements(newest)


def _speakers(topic: Topic, desk: Desk) -> tuple[Tally, ...]:
    statements = desk.lookup.statements_on.get(topic.id, ())
    names = (one.speaker for one in statements if one.speaker)
    return tallies(names, lambda one: speaker_link(one, desk.site, desk.words), _MOST_SPEAKERS)


def _line(topic: Topic, desk: Desk) -> TopicLine:
    briefings = desk.lookup.briefings_on.get(topic.id, ())
    return TopicLine(
        link=Link(topic.name, addresses.thing("topics", topic.id)),
        description=topic.description or "",
        count=desk.words.counted(len(briefings), "briefing"),
        latest=desk.words.dates.when(briefings[0].published) if briefings else None,
        children=tuple(_line(one, desk) for one in desk.lookup.sub_topics.get(topic.id, ())),
    )

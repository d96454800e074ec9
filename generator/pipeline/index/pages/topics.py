"""The pages of topics, and the list of topics as a tree."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from generator.model import addresses
from generator.model.later import changed, later
from generator.model.page import Page, Shown
from generator.model.subjects import Topic
from generator.model.views.lists import TopicLine, TopicsView, TopicView
from generator.model.views.parts import Link, StatementCard, Tally, Tile
from generator.pipeline.index.asking import days_of, points_of_statements
from generator.pipeline.index.cards.cards import count_tile, tallies
from generator.pipeline.index.cards.links import section_link, speaker_link, topic_link
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.groups import by_month
from generator.pipeline.index.heads import page_head, part_head
from generator.pipeline.index.pages.drawn_topic import activity_of, together_of
from generator.pipeline.index.pages.questions import newest_open_questions
from generator.pipeline.index.paging import paginate, part_at
from generator.pipeline.index.plan import Plan, planned
from generator.pipeline.index.wording.order import name_key
from generator.pipeline.index.wording.words import LATEST, PAGES

_MOST_STATEMENTS: Final = 10
_MOST_SPEAKERS: Final = 8
_MOST_QUESTIONS: Final = 10
_SECTION: Final = addresses.section("topics")


def topic_pages(plan: Plan) -> Iterator[Page]:
    """Plan the pages of every topic, in as many parts as its briefings need."""
    for topic in plan.book.topics:
        briefings, url = plan.found.briefings.on.get(topic, ()), addresses.thing("topics", topic)
        for part in paginate(briefings, url, plan.config.pages_per_list):
            yield planned(part.url, "topic.html", _shown, topic, part.number)


def topics_page() -> Page:
    """Plan the list of topics."""
    return planned(_SECTION, "topics.html", _all_topics)


def _all_topics(desk: Desk) -> Shown:
    topics = desk.site.topics.values()
    tops = [one for one in topics if one.parent not in desk.site.topics]
    tops.sort(key=lambda one: (name_key(one.name), one.id))
    view = TopicsView(
        topics=tuple(_line(one, desk) for one in tops),
        total=desk.words.counted(len(desk.site.topics), "topic"),
    )
    return Shown(view, page_head(desk.config, desk.words.say(PAGES["topics"]), section=_SECTION))


def _shown(desk: Desk, identifier: str, number: int) -> Shown:
    topic, url = desk.site.topics[identifier], addresses.thing("topics", identifier)
    briefings = desk.lookup.briefings_on.get(identifier, ())
    part = part_at(briefings, url, desk.config.pages_per_list, number)
    view = changed(
        _further(topic, desk) if number > 1 else _first(topic, desk),
        timeline=later(partial(by_month, part.items, desk.cards)),
        pager=part.pager,
    )
    head = page_head(
        desk.config,
        topic.name,
        section=_SECTION,
        description=topic.description or "",
        feeds=view.feeds,
    )
    return Shown(view, part_head(head, part.pager, desk.words))


def _first(topic: Topic, desk: Desk) -> TopicView:
    """Gather what the first part of a topic's page shows, all but its part of the timeline."""
    briefings = desk.lookup.briefings_on.get(topic.id, ())
    by_id = desk.lookup.briefings
    standing = next((one for one in briefings if by_id[one.id].entry.summary), None)
    return changed(
        _further(topic, desk),
        standing=desk.cards.briefings[standing.id] if standing else None,
        standing_summary=desk.book.blocks_of(standing).summary if standing else None,
        activity=later(partial(activity_of, topic.id, desk)),
        together=later(partial(desk.once, together_of, topic.id)),
        statements=later(partial(_newest_statements, topic, desk)),
        speakers=later(partial(desk.once, _speakers, topic.id)),
        questions=later(partial(newest_open_questions, briefings, desk, _MOST_QUESTIONS)),
    )


def _further(topic: Topic, desk: Desk) -> TopicView:
    """Gather what every part shows; further ones carry the timeline on and add nothing else."""
    lookup, site = desk.lookup, desk.site
    above = reversed(lookup.ancestors[topic.id])
    return TopicView(
        crumbs=(section_link("topics", desk.words), *(topic_link(one, site) for one in above)),
        name=topic.name,
        description=topic.description or "",
        scope_note=topic.scope_note or "",
        also_called=topic.other_names,
        tiles=_tiles(topic, desk),
        standing=None,
        standing_summary=None,
        activity=None,
        together=None,
        timeline=(),
        pager=None,
        statements=(),
        statements_total=desk.words.counted(
            len(lookup.statements_on.get(topic.id, ())), "statement"
        ),
        speakers=(),
        sub_topics=tuple(topic_link(one.id, site) for one in lookup.sub_topics.get(topic.id, ())),
        related=tuple(topic_link(one, site) for one in topic.see_also if one in site.topics),
        questions=(),
        owner=topic.owner or "",
        reviewed=desk.words.dates.when(topic.reviewed) if topic.reviewed else None,
        feeds=desk.feeds_of("topics", topic.id, topic.name),
    )


def _tiles(topic: Topic, desk: Desk) -> tuple[Tile, ...]:
    """Show how much there is on a topic, and how new it is."""
    lookup, words = desk.lookup, desk.words
    briefings = lookup.briefings_on.get(topic.id, ())
    statements = lookup.statements_on.get(topic.id, ())
    speakers = lookup.speakers_on.get(topic.id, ())
    numbers = (
        words.counted(len(briefings), "briefing"),
        words.counted(len(statements), "statement"),
        words.counted(len(speakers), "official"),
    )
    days = days_of(briefings)[:1]
    newest = (Tile(words.dates.when(day).text, words.say(LATEST)) for day in days)
    return (*(count_tile(one, words) for one in numbers), *newest)


def _newest_statements(topic: Topic, desk: Desk) -> tuple[StatementCard, ...]:
    newest = desk.lookup.statements_on.get(topic.id, ())[:_MOST_STATEMENTS]
    return desk.cards.of_statements(newest)


def _speakers(desk: Desk, topic: str) -> tuple[Tally, ...]:
    statements = desk.lookup.statements_on.get(topic, ())
    names = (one.speaker for one in points_of_statements(statements) if one.speaker)
    return tallies(names, lambda one: speaker_link(one, desk.site, desk.words), _MOST_SPEAKERS)


def _line(topic: Topic, desk: Desk) -> TopicLine:
    briefings = desk.lookup.briefings_on.get(topic.id, ())
    return TopicLine(
        link=Link(topic.name, addresses.thing("topics", topic.id)),
        description=topic.description or "",
        count=desk.words.counted(len(briefings), "briefing"),
        latest=next(map(desk.words.dates.when, days_of(briefings)), None),
        children=tuple(_line(one, desk) for one in desk.lookup.sub_topics.get(topic.id, ())),
    )

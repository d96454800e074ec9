"""The lookups of a book, made so that they note what pages ask them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from generator.model.draft import Blocks
from generator.model.notes import Notes, Question
from generator.model.outline import Outline
from generator.model.shelf import Shelf
from generator.model.site import Briefing, Digests, LinkedAsset, Site, Statement
from generator.pipeline.index.asking import Asked, AskedLists, Kind, Listed, digest
from generator.pipeline.index.briefing_digest import official_digests, with_digests
from generator.pipeline.index.cards.links import official_link, topic_link
from generator.pipeline.index.concordance import Concordance
from generator.pipeline.index.kinds import HOLDERS, WHOLE, Homes, Kinds, Statements, records
from generator.pipeline.index.lookup import NEWEST, Lookup
from generator.pipeline.index.made_once import Kept, MadeOnce
from generator.pipeline.index.plan import without_briefings
from generator.pipeline.last import Last
from generator.text.digests import digest_of_digests, digest_of_texts

_WHOLE_LISTS: Final = ("terms", "pages", "tombstones", "redirects")
TEXTS: Final = "texts/"
"""What a question about a text begins with."""
BRIEFINGS: Final = "briefings/"
"""What a question about what a briefing says begins with."""
_RECORDS: Final = ("officials", "organizations", "topics", "places", "sources", "claims")


class AskedBook:
    """A book that notes what it is asked, and answers the same questions again."""

    def __init__(
        self, site: Site, found: Concordance, notes: Notes, pieces: Kept[Any, Any], last: Last
    ) -> None:
        """Make them; `last` keeps what follows from the same in the next round."""
        self._plain, self._found, self._notes, self._last = site, found, notes, last
        self._pieces = pieces
        self._asked: list[Asked[Any, Any] | AskedLists[Any, Any]] = []
        self._briefings = site.briefings.by_id
        self._outlines = {one.id: one for one in site.briefings.outlines}
        homes = found.statements.homes
        self._said = Statements(self._briefings, homes)
        self._kinds = Kinds.of(self._outlines, self._said, homes)
        self._digests = digests = _BookDigests(site)
        # What lists of points ask, though nobody asks for this map itself.
        self._map("points", self._outlines, lambda one: digests.points[one])
        self.lookup = self._lookup()

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question, but for those about texts."""
        for one in self._asked:
            yield from one.answers()

    def grounds(self) -> tuple[bytes, bytes, bytes]:
        """Give a digest of what most answers come from, one for facts, and one for texts.

        Lists follow from what things are found by; that in turn is a part of their facts.
        """
        last, facts, by_name = self._last, self._digests.facts, self._digests.by_name
        site = without_briefings(self._plain)
        beside = last.of(_digest_beside, site, self._plain.assets)
        points = tuple([one.points for one in by_name.values()])
        texts = [one.text for one in by_name.values()]
        return (
            last.of(_digest_of_points, beside, points),
            last.of(_digest_of_facts, beside, tuple(facts), tuple(facts.values())),
            digest_of_digests((digest_of_texts(by_name), *texts)),
        )

    def fact_answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question about what a briefing says."""
        return ((f"{BRIEFINGS}{one}", said) for one, said in self.facts().items())

    def text_answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question about a text."""
        for name, one in self._digests.by_name.items():
            yield f"{TEXTS}{name}", one.text

    def blocks_of(self, briefing: Briefing | Outline) -> Blocks:
        """Give the short fields of a briefing, as they are linked: they are among its facts."""
        self._notes.asked.add(f"{BRIEFINGS}{briefing.id}")
        return self._plain.texts[briefing.name].blocks

    def facts(self) -> Mapping[str, bytes]:
        """Give the digest of the facts of each briefing, by id."""
        return self._digests.facts

    def _lookup(self) -> Lookup:
        found, kinds, site = self._found, self._kinds, self._site()
        digests, pieces = self._digests, self._pieces
        lists, said = found.briefings, found.statements
        in_order = [one.id for one in found.points]

        def briefings(name: str, listed: Mapping[Any, Sequence[str]]) -> AskedLists[Any, Outline]:
            return self._lists(name, listed, kinds.briefings)

        def statements(
            name: str, listed: Mapping[str, Sequence[str]]
        ) -> AskedLists[str, Statement]:
            return self._lists(name, listed, kinds.statements)

        return Lookup(
            site=site,
            days=self._values("days", {NEWEST: found.newest} if found.newest else {}),
            briefings=self._map("briefings", self._briefings, lambda one: digests.facts[one]),
            outlines=Asked("briefings", self._outlines, self._notes, lambda _: b""),
            ordinals=found.ordinals,
            statements=self._statements(said.homes),
            newest_briefings=self._list("briefings", in_order, kinds.briefings),
            newest_statements=self._list("newest_statements", said.newest, kinds.statements),
            ancestors=self._values("ancestors", found.ancestors),
            sub_topics=self._lists("sub_topics", found.sub_topics, records("topics")),
            briefings_on=briefings("briefings_on", lists.on),
            briefings_naming=briefings("briefings_naming", lists.naming),
            briefings_with_name=briefings("briefings_with_name", lists.with_name),
            briefings_at=briefings("briefings_at", lists.at),
            briefings_reporting=briefings("briefings_reporting", lists.reporting),
            briefings_in=briefings("briefings_in", lists.in_month),
            series=briefings("series", lists.series),
            followed_by=briefings("followed_by", lists.followed_by),
            asked_in=briefings("asked_in", lists.asked_in),
            neighbours=self._lists("neighbours", lists.neighbours, kinds.neighbours),
            statements_by=statements("statements_by", said.by),
            statements_on=statements("statements_on", said.on),
            speakers_on=self._values("speakers_on", said.speakers_on),
            statements_at=statements("statements_at", said.at),
            statements_of=statements("statements_of", said.of),
            stances_to=self._lists("stances_to", said.stances_to, kinds.stances),
            superseded_by=statements("superseded_by", said.superseded_by),
            corrected=self._list("corrected", lists.corrected, kinds.briefings),
            asking=self._list("asking", lists.asking, kinds.briefings),
            holders=self._lists("holders", found.holders, HOLDERS),
            parts_of=self._lists("parts_of", found.parts_of, records("organizations")),
            in_office=self._values("in_office", found.in_office),
            official_links=MadeOnce("officials", lambda one: official_link(one, site), pieces),
            topic_links=MadeOnce("topics", lambda one: topic_link(one, site), pieces),
        )

    def _site(self) -> Site:
        site, assets, digests = self._plain, self._plain.assets, self._digests
        noting: dict[str, Any] = {
            "briefings": Shelf(),
            "texts": self._map(
                TEXTS.rstrip("/"), site.texts, lambda one: digests.by_name[one].text
            ),
            **{name: self._values(name, getattr(site, name)) for name in _RECORDS},
            **{name: self._list(name, getattr(site, name), WHOLE) for name in _WHOLE_LISTS},
            "assets": self._map(
                "assets", assets, lambda one: digest((assets[one].url, assets[one].size))
            ),
        }
        return replace(site, **noting)

    def _statements(self, homes: "Homes") -> Asked[str, Statement]:
        return self._map(
            "statements",
            self._said,
            lambda one: digest_of_texts((one, homes[one][0])),
            lambda one: f"briefings/{one.briefing}",
        )

    def _values(self, name: str, found: Mapping[str, Any]) -> Asked[str, Any]:
        return self._map(name, found, lambda key: digest(found[key]))

    def _map(
        self,
        name: str,
        found: Mapping[str, Any],
        say: Callable[[str], bytes],
        part_of: Callable[[Any], Question] | None = None,
    ) -> Asked[str, Any]:
        made = Asked(name, found, self._notes, say, part_of)
        self._asked.append(made)
        return made

    def _lists(
        self, name: str, found: Mapping[Any, Sequence[Any]], kind: Kind[Any, Any]
    ) -> AskedLists[Any, Any]:
        made = AskedLists(name, found, self._notes, kind)
        self._asked.append(made)
        return made

    def _list(self, name: str, listed: Sequence[Any], kind: Kind[Any, Any]) -> Listed[Any]:
        return self._lists("book", {name: listed}, kind)[name]


def _digest_beside(book: Site, assets: Mapping[str, LinkedAsset]) -> bytes:
    """Give a digest of a book without its briefings, and of its files."""
    return digest((book, {name: (one.url, one.size) for name, one in assets.items()}))


def _digest_of_points(beside: bytes, points: tuple[bytes, ...]) -> bytes:
    return digest_of_digests((beside, *points))


def _digest_of_facts(beside: bytes, ids: tuple[str, ...], facts: tuple[bytes, ...]) -> bytes:
    listed = (part for one, said in zip(ids, facts, strict=True) for part in (one.encode(), said))
    return digest_of_digests((beside, *listed))


class _BookDigests:
    """The digests of every briefing, worked out when the first is asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def by_name(self) -> Mapping[str, Digests]:
        """Give them by the briefings' names."""
        site = self._site
        officials = official_digests(site.officials)
        return {
            one.name: one.digests if one.digests.facts else _worked_out(way(), site, officials)
            for one, way in site.briefings.pairs()
        }

    @cached_property
    def facts(self) -> Mapping[str, bytes]:
        """Give those of their facts by the briefings' ids."""
        outlines, digests = self._site.briefings.outlines, self.by_name.values()
        return {one.id: told.facts for one, told in zip(outlines, digests, strict=True)}

    @cached_property
    def points(self) -> Mapping[str, bytes]:
        """Give those of what they are found by, by the briefings' ids."""
        outlines, digests = self._site.briefings.outlines, self.by_name.values()
        return {one.id: told.points for one, told in zip(outlines, digests, strict=True)}


def _worked_out(briefing: Briefing, site: Site, officials: Mapping[str, bytes]) -> Digests:
    """Give the digests of a briefing that the gate has changed."""
    return with_digests(briefing, site.texts[briefing.name], officials).digests

"""The lookups of a book, made so that they note what pages ask them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from generator.model.notes import Notes, Question
from generator.model.site import Briefing, Digests, Site, Statement
from generator.pipeline.index.asking import Asked, AskedLists, Kind, Listed, digest
from generator.pipeline.index.briefing_digest import official_digests, with_digests
from generator.pipeline.index.lookup import Lookup, official_links, topic_links
from generator.pipeline.index.nearness import nearness
from generator.text.digests import digest_of_texts

_BRIEFINGS: Final[Kind[Briefing]] = Kind(
    lambda one: f"briefings/{one.id}",
    lambda listed: digest_of_texts(one.id for one in listed),
)
_STATEMENTS: Final[Kind[Statement]] = Kind(
    lambda one: f"briefings/{one.briefing}",
    lambda listed: digest_of_texts(one.id for one in listed),
)
_NEIGHBOURS: Final[Kind[Briefing | None]] = Kind(
    lambda one: f"briefings/{one.id}" if one else "nobody",
    lambda listed: digest([one.id if one else None for one in listed]),
)
_STANCES: Final[Kind[tuple[str, Statement]]] = Kind(
    lambda one: f"briefings/{one[1].briefing}",
    lambda listed: digest_of_texts(text for stance, one in listed for text in (stance, one.id)),
)
_HOLDERS: Final[Kind[Any]] = Kind(
    lambda one: f"officials/{one[0].id}",
    lambda listed: digest_of_texts(text for one, role in listed for text in (one.id, role.label)),
)
_TOPICS: Final[Kind[Any]] = Kind(
    lambda one: f"topics/{one.id}", lambda listed: digest_of_texts(one.id for one in listed)
)
_ORGANIZATIONS: Final[Kind[Any]] = Kind(
    lambda one: f"organizations/{one.id}",
    lambda listed: digest_of_texts(one.id for one in listed),
)
_WHOLE: Final[Kind[Any]] = Kind(lambda _: "book", lambda listed: digest(list(listed)))
"""Lists that seldom change, of which the question for the list is one for all that it says."""

_MAPS_OF_LISTS: Final[Mapping[str, Kind[Any]]] = {
    "sub_topics": _TOPICS,
    "briefings_on": _BRIEFINGS,
    "briefings_naming": _BRIEFINGS,
    "briefings_at": _BRIEFINGS,
    "briefings_in": _BRIEFINGS,
    "series": _BRIEFINGS,
    "followed_by": _BRIEFINGS,
    "asked_in": _BRIEFINGS,
    "neighbours": _NEIGHBOURS,
    "statements_by": _STATEMENTS,
    "statements_on": _STATEMENTS,
    "statements_at": _STATEMENTS,
    "statements_of": _STATEMENTS,
    "stances_to": _STANCES,
    "superseded_by": _STATEMENTS,
    "holders": _HOLDERS,
    "parts_of": _ORGANIZATIONS,
}
_LISTS: Final[Mapping[str, Kind[Any]]] = {
    "newest_statements": _STATEMENTS,
    "corrected": _BRIEFINGS,
    "asking": _BRIEFINGS,
}
_VALUES: Final = ("days", "ancestors", "in_office", "speakers_on")
_LISTS_OF_SITE: Final[Mapping[str, Kind[Any]]] = {
    "briefings": _BRIEFINGS,
    "terms": _WHOLE,
    "pages": _WHOLE,
    "tombstones": _WHOLE,
    "redirects": _WHOLE,
}
_RECORDS: Final = ("officials", "organizations", "topics", "places", "sources", "claims")


class AskedBook:
    """A book that notes what it is asked, and answers the same questions again."""

    def __init__(self, lookup: Lookup) -> None:
        self.notes = Notes()
        self._plain = lookup
        self._asked: list[Asked[Any, Any]] = []
        self.lookup = self._noting(lookup)
        self.near = nearness(lookup, self.notes)

    def answers(self) -> Iterator[tuple[Question, bytes]]:
        """Give a digest of the answer to every question that has one."""
        for one in self._asked:
            yield from one.answers()
        facts = {one.id: self._digests[one.name].facts for one in self._plain.site.briefings}
        yield from self.near.answers(facts)

    @cached_property
    def _digests(self) -> Mapping[str, Digests]:
        """The digests of every briefing, by name."""
        site = self._plain.site
        officials = official_digests(site.officials)
        return {one.name: _digests_of(one, site, officials) for one in site.briefings}

    def _noting(self, lookup: Lookup) -> Lookup:
        site, briefings, statements = self._site(lookup.site), lookup.briefings, lookup.statements
        noting: dict[str, Any] = {
            "site": site,
            "briefings": self._map(
                "briefings", briefings, lambda one: self._digests[briefings[one].name].facts
            ),
            "statements": self._map(
                "statements",
                statements,
                lambda one: digest_of_texts((one, statements[one].briefing)),
                _STATEMENTS.question,
            ),
            **{name: self._values(name, getattr(lookup, name)) for name in _VALUES},
            **{
                name: self._lists(name, getattr(lookup, name), kind)
                for name, kind in _MAPS_OF_LISTS.items()
            },
            **self._list_fields(lookup, _LISTS),
            "official_links": official_links(site, self.notes),
            "topic_links": topic_links(site, self.notes),
        }
        return replace(lookup, **noting)

    def _site(self, site: Site) -> Site:
        assets = site.assets
        noting: dict[str, Any] = {
            "texts": self._map("texts", site.texts, lambda one: self._digests[one].text),
            **{name: self._values(name, getattr(site, name)) for name in _RECORDS},
            **self._list_fields(site, _LISTS_OF_SITE),
            "assets": self._map(
                "assets", assets, lambda one: digest((assets[one].url, assets[one].size))
            ),
        }
        return replace(site, **noting)

    def _values(self, name: str, found: Mapping[str, object]) -> Asked[str, Any]:
        return self._map(name, found, lambda key: digest(found[key]))

    def _map(
        self,
        name: str,
        found: Mapping[str, Any],
        say: Callable[[str], bytes],
        part_of: Callable[[Any], Question] | None = None,
    ) -> Asked[str, Any]:
        made = Asked(name, found, self.notes, say, part_of)
        self._asked.append(made)
        return made

    def _lists(
        self, name: str, found: Mapping[Any, Sequence[Any]], kind: Kind[Any]
    ) -> AskedLists[Any, Any]:
        made = AskedLists(name, found, self.notes, kind)
        self._asked.append(made)
        return made

    def _list_fields(
        self, of: Site | Lookup, kinds: Mapping[str, Kind[Any]]
    ) -> Mapping[str, Listed[Any]]:
        return {
            name: self._lists("book", {name: getattr(of, name)}, kind)[name]
            for name, kind in kinds.items()
        }


def _digests_of(briefing: Briefing, site: Site, officials: Mapping[str, bytes]) -> Digests:
    """Give a briefing's digests; where the gate has changed it, they are worked out anew."""
    if briefing.digests.facts:
        return briefing.digests
    return with_digests(briefing, site.texts[briefing.name], officials).digests

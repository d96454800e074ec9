"""A site against the corpus that it was made of: every briefing, every list, feed and sitemap."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import count
from typing import Final

from benchmarks.corpus.briefings import Briefing
from benchmarks.corpus.world import Official, Topic
from benchmarks.equality.regions import Region, bare, regions

Read = Callable[[str], str | None]
"""Gives the text of a file of the site, or None where there is none."""

FIRST_PAGE: Final = 20
_TITLES: Final = re.compile(r"<entry><title>(.*?)</title>")
_PLACES: Final = re.compile(r"<loc>https://briefings\.example/(.*?)</loc>")
_NOTHING: Final = Region("")


def differences(briefings: Sequence[Briefing], read: Read) -> Iterator[str]:
    """Tell each way in which a site is not what its corpus asks for."""
    for one in briefings:
        yield from _briefing(one, read)
    newest = [*reversed(briefings)]
    topics = {_topic_page(topic): topic for one in briefings for topic in one.topics}
    officials = {_official_page(one): one for each in briefings for one in each.officials}
    lists: dict[str, list[Briefing]] = {}
    for one in newest:
        for address in _lists_of(one):
            lists.setdefault(address, []).append(one)
    for address, topic in topics.items():
        yield from _list(address, lists[address], {"title": topic.name}, read)
    for address, official in officials.items():
        words = {"title": official.name, "role": official.label}
        yield from _list(address, lists[address], words, read)
    yield from _list("index.html", newest[:FIRST_PAGE], {}, read)
    yield from _register("topics/index.html", {*topics}, read)
    yield from _register("officials/index.html", {*officials}, read)
    yield from _feed(newest[:FIRST_PAGE], read)
    yield from _sitemap({*topics, *officials, *(f"{one.address}.html" for one in newest)}, read)


def _topic_page(topic: Topic) -> str:
    return f"topics/{topic.id}.html"


def _official_page(official: Official) -> str:
    return f"officials/{official.id}.html"


def _lists_of(briefing: Briefing) -> tuple[str, ...]:
    return (*map(_topic_page, briefing.topics), *map(_official_page, briefing.officials))


def _briefing(briefing: Briefing, read: Read) -> Iterator[str]:
    address = f"{briefing.address}.html"
    html = read(address)
    if html is None:
        yield f"{address}: there is no such page"
        return
    shown = regions(html, address)
    for name, wanted in _wanted(briefing).items():
        got = shown.get(name, _NOTHING)
        if got.words != wanted.words:
            yield f"{address}: the words of {name} differ{_where(wanted.words, got.words)}"
        missing = {*wanted.links} - {*got.links}
        if missing:
            yield f"{address}: no link in {name} to {', '.join(sorted(missing))}"
    for name, links in _exactly(briefing).items():
        got_links = {*shown.get(name, _NOTHING).links}
        if got_links != links:
            yield f"{address}: {name} lead to {', '.join(sorted(got_links ^ links))}, or do not"


def _wanted(briefing: Briefing) -> Mapping[str, Region]:
    """Give the regions whose words are known, with the links that must be among theirs."""
    said = "".join(
        f"{one.saying.text}{one.saying.speaker.name}{one.source.title}"
        for one in briefing.statements
    )
    cited = [one.source.url for one in briefing.statements]
    speakers = [_official_page(one.saying.speaker) for one in briefing.statements]
    follows = (f"{briefing.follows}.html",) if briefing.follows else ()
    return {
        "title": Region(bare(briefing.title)),
        "day": Region(f"{briefing.published:%Y-%m-%d}"),
        "summary": Region(bare(briefing.summary)),
        "text": Region(plain(briefing.body), follows),
        "statements": Region(bare(said), (*cited, *speakers)),
    }


def _exactly(briefing: Briefing) -> Mapping[str, set[str]]:
    return {
        "topics": {*map(_topic_page, briefing.topics)},
        "officials": {*map(_official_page, briefing.officials)},
    }


def plain(markdown: str) -> str:
    r"""Give the words of the Markdown that the corpus is written in, as they are compared.

    >>> plain("## A *b*\n\n| c |\n| --- |\n\n- [d](briefing:e)")
    'Abcd'
    """
    text = re.sub(r"^\| ---.*$", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^(## |> |- )", "", text, flags=re.MULTILINE)
    return bare(text.replace("|", " ").replace("*", ""))


def _where(wanted: str, got: str) -> str:
    at = next((n for n in range(len(wanted)) if wanted[n : n + 1] != got[n : n + 1]), len(wanted))
    return f": {got[at : at + 30]!r} for {wanted[at : at + 30]!r}"


def _list(
    address: str, listed: Iterable[Briefing], words: Mapping[str, str], read: Read
) -> Iterator[str]:
    shown = _joined(address, read)
    for name, wanted in words.items():
        if shown.get(name, _NOTHING).words != bare(wanted):
            yield f"{address}: the {name} is not {wanted!r}"
    got = shown.get("list", _NOTHING)
    links = tuple(f"{one.address}.html" for one in listed)
    if got.links != links:
        same = sorted(got.links) == sorted(links)
        kind = "the order" if same else f"the entries ({len(got.links)} for {len(links)})"
        yield f"{address}: {kind} of the list differs"
    elif got.words != bare("".join(f"{one.title}{one.published:%Y-%m-%d}" for one in listed)):
        yield f"{address}: the words of the list differ"


def _joined(address: str, read: Read) -> Mapping[str, Region]:
    """Give the regions of a page with the further parts of its list, where it has parts."""
    first = regions(read(address) or "", address)
    folder = address.removesuffix(".html")
    words, links = first.get("list", _NOTHING).words, [*first.get("list", _NOTHING).links]
    for number in count(2):
        part = f"{folder}/page-{number}.html"
        html = read(part)
        if html is None:
            return {**first, "list": Region(words, tuple(links))}
        more = regions(html, part).get("list", _NOTHING)
        words += more.words
        links += more.links
    return first


def _register(address: str, wanted: set[str], read: Read) -> Iterator[str]:
    got = {*_names(address, read)}
    for further in sorted(got - wanted):
        names = _names(further, read)  # a long register has a page for each letter
        got = (got - {further}) | {*names} if names else got
    if got != wanted:
        yield f"{address}: {len(got)} names for {len(wanted)}"


def _names(address: str, read: Read) -> tuple[str, ...]:
    return regions(read(address) or "", address).get("all", _NOTHING).links


def _feed(newest: Iterable[Briefing], read: Read) -> Iterator[str]:
    got = [unescape(title) for title in _TITLES.findall(read("feed.xml") or "")]
    if got != [one.title for one in newest]:
        yield f"feed.xml: its {len(got)} entries differ"


def _sitemap(addresses: set[str], read: Read) -> Iterator[str]:
    missing = addresses - {*_PLACES.findall(read("sitemap.xml") or "")}
    if missing:
        yield f"sitemap.xml: {len(missing)} pages are missing, such as {min(missing)}"

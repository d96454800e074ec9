"""Faults to be planted, one at a time: each leaves one thing out of what a build goes by.

A build that goes by too little shows readers an old page.  The rows of edits are there to find
that, and they are worth what they find.
"""

from typing import Final, NamedTuple

DESK: Final = "tests/test_incremental.py"
ARCHIVE: Final = "tests/test_archive.py"


class Plant(NamedTuple):
    """A fault: a text of a module that stands there once, and what is to stand there."""

    left_out: str
    module: str
    text: str
    instead: str
    found_by: str = DESK


_PARSING = "generator/parsing.py"
_LINKING = "generator/linking.py"
_NOTING = "generator/pipeline/link/noting.py"
_DIGEST = "generator/pipeline/index/briefing_digest.py"
_BOOK = "generator/pipeline/index/asked_book.py"
_ASKING = "generator/pipeline/index/asking.py"
_ONCE = "generator/pipeline/index/made_once.py"
_NEARNESS = "generator/pipeline/index/nearness.py"
_NEAR = "generator/pipeline/index/near.py"
_REBUILD = "generator/rebuild.py"
_LOOKS = "generator/runtime/looks.py"
_PREPARED = "generator/prepared.py"
_PREPARING = "generator/preparing.py"
_TRACES = "generator/runtime/traces.py"
_WORKERS = "generator/runtime/workers.py"
_PUBLISHING = "generator/publishing.py"

PLANTS: Final = (
    # What a file became.
    Plant("a briefing's text", _PARSING, "(one.path, one.digest.hex())", "(one.path,)"),
    Plant("a registry's text", _PARSING, ", file.name, file.text)", ", file.name)"),
    # What a briefing was linked to.
    Plant("its files", _LINKING, 'f"{front.path} {written.hex()}"', "front.path"),
    Plant("an official", _LINKING, "self._officials[one.id].hex()", "one.id"),
    Plant("a source", _LINKING, "return digest(one).hex()", 'return "there"'),
    Plant("an answer in words", _LINKING, 'return f"={text}"', 'return "there"'),
    Plant("a thing asked for", _NOTING, "asked[self._asks + key] = None", "asked"),
    Plant("a thing looked for", _NOTING, 'asked[f"{self._asks}{key}"] = None', "asked"),
    Plant("that all were asked for", _LINKING, "not questions.of_all", "True"),
    # What a briefing says.
    Plant("its metadata", _DIGEST, "yield briefing.digests.metadata.hex()", 'yield ""'),
    Plant("its address", _DIGEST, "yield briefing.url", 'yield ""'),
    Plant("its markup", _DIGEST, "headings, [text.body])", "headings)"),
    Plant("its short fields", _DIGEST, ", *markup_of(blocks))", ",)"),
    # What the answers to questions come from.
    Plant("what it is found by", _BOOK, "digest_of_digests((beside, *points))", "beside"),
    Plant("what stands beside it", _BOOK, "((beside, *points))", "(points)"),
    Plant("all that briefings say", _BOOK, "(one.encode(), said)", "(one.encode(),)"),
    Plant("all that texts say", _BOOK, "(digest_of_texts(by_name), *texts)", "texts[:0]"),
    # What a page asks.
    Plant(
        "a list gone through",
        _ASKING,
        "notes.asked.add(self._whole)\n        for",
        "notes.asked\n        for",
    ),
    Plant("an item of a list", _ASKING, "notes.asked.add(question(one))", "notes.asked"),
    Plant("the days of a list", _ASKING, 'asked.add(f"{_DAYS}{self._whole}")', "asked", ARCHIVE),
    Plant(
        "a list's newest day",
        _ASKING,
        "_days(listed, self._kind)]",
        "[*_days(listed, self._kind)][1:]]",
        ARCHIVE,
    ),
    Plant("what a card asked", _ONCE, "asked.update(kept[1])", "asked"),
    Plant("what a card shows", _ONCE, "if unlike.isdisjoint(one[1])}", "if one}"),
    Plant(
        "a thing",
        _ASKING,
        'asked.add(f"{self._name}/{key}")\n        value =',
        "asked\n        value =",
    ),
    Plant(
        "all things there are",
        _ASKING,
        "asked.add(self._name)\n        return iter",
        "asked\n        return iter",
    ),
    Plant("what it is a part of", _ASKING, "asked.add(self._part_of(value))", "asked"),
    # What stands near a briefing.
    Plant("days", _NEARNESS, "one.published.text, *named", "*named", ARCHIVE),
    Plant("topics", _NEARNESS, ", *one.topics, *one.officials)", ", *one.officials)", ARCHIVE),
    Plant("officials", _NEARNESS, "*one.topics, *one.officials)", "*one.topics)", ARCHIVE),
    Plant("the newest of a list", _NEAR, 'asked.add(f"{place}newest")', "asked", ARCHIVE),
    Plant("the oldest of a list", _NEAR, 'asked.add(f"{place}oldest")', "asked", ARCHIVE),
    Plant("earlier months", _NEAR, "range(months[found[-1]],", "range(months[found[0]],", ARCHIVE),
    Plant("later months", _NEAR, "months[found[0]] + 1)", "months[found[-1]] + 1)", ARCHIVE),
    Plant(
        "all but one of a month",
        _NEAR,
        "([digests[one] for one in found])",
        "([digests[one] for one in found][:1])",
        ARCHIVE,
    ),
    Plant(
        "lists of officials", _NEARNESS, "(self.on, self.naming, self", "(self.on, self", ARCHIVE
    ),
    # What several processes share, what a site is made with, and how everything looked.
    Plant("the order of work", _WORKERS, "waiting.popleft()", "waiting.pop()"),
    Plant("templates", _PREPARED, "theme.digest.hex(), ", ""),
    Plant("settings", _PREPARED, "repr(config), repr(frame)", "str(bool(frame))"),
    Plant("what a page is", _PUBLISHING, "{one.template} {one.what}", "{one.template}"),
    Plant("what it was made of", _TRACES, " or self._kept.whats[at] != what", ""),
    Plant("the gate's moments", _PREPARING, "(config, since, until, ", "(config, "),
    Plant("the gate's edition", _PREPARING, "settings.edition, settings.unp", "settings.unp"),
    Plant("the edition", _REBUILD, "        settings.edition,\n", ""),
    Plant(
        "the moment",
        _REBUILD,
        "(since and settings.now < since) or (until and settings.now >= until)",
        "settings is None",
    ),
    Plant("the site", _REBUILD, "wait_until_sure([Path(report.output)]", "wait_until_sure([]"),
    Plant("times", _LOOKS, "{found.st_ino} {times}", "{found.st_ino}{times[:0]}"),
    Plant("how a page looks", _PUBLISHING, "== look\n", "or True\n"),
)

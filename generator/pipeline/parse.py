"""Step 2, source to draft: what one file alone says; it knows no other file.

Markdown becomes markup here, once.  Links inside the book stay as written until all
addresses are known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.diagnostics import FieldPath, Location, Outcome, Problem
from generator.model.briefing import BriefingEntry, PageEntry
from generator.model.draft import (
    Article,
    Blocks,
    Body,
    BodyLink,
    BriefingDraft,
    Heading,
    Judged,
    PageDraft,
    Question,
    RegistryEntry,
    RegistryKind,
    SourceFile,
)
from generator.model.html import Html
from generator.model.people import Official
from generator.model.subjects import Claim, Organization, Place, Source, Term, Topic
from generator.pipeline import article_faults as faults
from generator.pipeline.means import PLAIN, Means, Working, in_time
from generator.text.digests import digest_of_texts
from generator.text.front_matter import split_front_matter
from generator.text.left_out import LeftOut
from generator.text.markup.figures import line_of_bare
from generator.text.markup.markdown_html import (
    render_inline,
    render_markdown,
    render_plain,
)
from generator.text.markup.markdown_limits import MarkdownTooDeep
from generator.text.markup.sanitise import without_controls
from generator.text.markup.written_links import line_of
from generator.text.schema import Schema
from generator.text.wire import read_wire
from generator.text.yaml.plain import read_yaml

RECORDS: Final[Mapping[RegistryKind, type[Any]]] = {
    "officials": Official,
    "organizations": Organization,
    "topics": Topic,
    "places": Place,
    "sources": Source,
    "claims": Claim,
    "glossary": Term,
}
"""The record that each registry is a list of."""

_BRIEFING: Final = Schema(BriefingEntry)
_PAGE: Final = Schema(PageEntry)
_SCHEMAS: Final = {kind: Schema(record) for kind, record in RECORDS.items()}


def parse_briefing(article: Article, means: Means = PLAIN) -> Outcome[BriefingDraft]:
    """Read a briefing's metadata and text, or say all that is wrong with them."""
    _BRIEFING.make_ready()
    return in_time(_briefing, article, means)


def parse_page(article: Article, means: Means = PLAIN) -> Outcome[PageDraft]:
    """Read a page's front matter and text, or say all that is wrong with them."""
    _PAGE.make_ready()
    return in_time(_page, article, means)


def _briefing(article: Article, working: Working) -> Outcome[BriefingDraft]:
    meta = _metadata(article, _BRIEFING, working)
    entry: BriefingEntry | None = meta.entry
    if entry is None:
        return Outcome(None, tuple(meta.problems))
    text = _wire(meta, entry) if article.source.name.endswith(".txt") else _markdown(meta)
    title = entry.title or text.headline
    if title is None:
        return Outcome(None, (*meta.problems, faults.no_title(meta.path)))
    draft = BriefingDraft(
        path=article.source.path,
        name=article.source.name,
        meta_path=meta.path,
        entry=entry,
        title=title,
        dek=entry.dek or text.dek,
        byline=entry.byline or text.byline,
        body=text.body,
        blocks=_blocks(entry, meta),
        links=(*text.links, *meta.links),
        credits=text.credits,
        left_out=text.left_out,
        written=b"".join([digest_of_texts([one.text]) for one in article.files()]),
        metadata=digest_of_texts([meta.yaml]),
    )
    return Outcome(draft, tuple(meta.problems))


def _page(article: Article, working: Working) -> Outcome[PageDraft]:
    meta = _metadata(article, _PAGE, working)
    if meta.entry is None:
        return Outcome(None, tuple(meta.problems))
    text = _markdown(meta)
    source = article.source
    draft = PageDraft(source.path, source.name, meta.entry, text.body, text.links)
    return Outcome(draft, tuple(meta.problems))


def parse_registry(kind: RegistryKind, source: SourceFile) -> Outcome[tuple[RegistryEntry, ...]]:
    """Read a registry's file: a list of records, or one record alone."""
    parsed = read_yaml(source.text, path=source.path)
    if parsed.problems or parsed.value is None:
        return Outcome((), parsed.problems)
    found = parsed.value
    items: Iterable[tuple[FieldPath, object]]
    items = (
        [((n,), item) for n, item in enumerate(found)] if isinstance(found, list) else [((), found)]
    )
    entries: list[RegistryEntry] = []
    problems: list[Problem] = []
    for place, item in items:
        read = _SCHEMAS[kind].read(item, path=source.path, under=place)
        problems.extend(read.problems)
        if read.value is not None:
            entries.append(RegistryEntry(source.path, source.name, place, read.value))
    return Outcome(tuple(entries), tuple(problems))


@dataclass(slots=True)
class _Meta:
    """An article's metadata while it is read, and the problems and links met so far."""

    source: SourceFile
    path: str
    text: str
    text_line: int
    working: Working
    yaml: str = ""
    entry: Any = None
    problems: list[Problem] = field(default_factory=list)
    links: list[BodyLink] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Text:
    body: Body
    links: tuple[BodyLink, ...] = ()
    headline: str | None = None
    dek: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def _metadata(article: Article, schema: Schema, working: Working) -> _Meta:
    source, sidecar = article.source, article.sidecar
    if source.name.endswith(".txt"):
        meta = _Meta(source, source.path, source.text, 1, working)
        yaml, line = "", 1
    else:
        front = split_front_matter(source.text)
        meta = _Meta(source, source.path, front.body, front.body_line, working)
        yaml, line = front.yaml, front.yaml_line
        if not front.closed:
            meta.problems.append(faults.not_closed(source))
            return meta
    if sidecar and yaml.strip():
        meta.problems.append(faults.twice(source, sidecar))
        return meta
    if sidecar:
        meta.path, yaml, line = sidecar.path, sidecar.text, 1
    elif not yaml.strip():
        meta.problems.append(faults.no_metadata(source))
        return meta
    _read_entry(meta, schema, yaml, line)
    return meta


def _read_entry(meta: _Meta, schema: Schema, yaml: str, line: int) -> None:
    meta.yaml = yaml
    parsed = read_yaml(yaml, path=meta.path, first_line=line)
    meta.problems.extend(parsed.problems)
    if parsed.problems:
        return
    checked = schema.read(parsed.value or {}, path=meta.path)
    meta.problems.extend(checked.problems)
    meta.entry = checked.value


def _markdown(meta: _Meta) -> _Text:
    try:
        made = render_markdown(meta.text, meta.working.engine, meta.working.check)
    except MarkdownTooDeep as error:
        line = meta.text_line + error.line - 1 if error.line else 0
        hint = "close them, or write a backslash before those that are text" if line else ""
        at = Location(meta.source.path, line)
        meta.problems.append(Problem("too-deep", str(error), at, hint))
        return _Text(Body(Html("")))
    links = tuple(BodyLink(target, _place_of(meta, target)) for target in dict.fromkeys(made.links))
    meta.problems.extend(
        faults.without_alt(_place_of_bare(meta, one)) for one in dict.fromkeys(made.bare)
    )
    headings = tuple(Heading(one.id, one.level, one.text) for one in made.headings)
    return _Text(Body(Html(made.html), headings), links)


def _place_of(meta: _Meta, target: str) -> Location:
    line, column = line_of(meta.text, target) or (1, 1)
    return Location(meta.source.path, line + meta.text_line - 1, column, len(target))


def _place_of_bare(meta: _Meta, target: str) -> Location:
    line, column = line_of_bare(meta.text, target)
    return Location(meta.source.path, line + meta.text_line - 1, column, len("![]"))


def _wire(meta: _Meta, entry: BriefingEntry) -> _Text:
    article = read_wire(without_controls(meta.text), title=entry.title)
    paragraphs = [paragraph.text for paragraph in article.paragraphs]
    if entry.dek and article.dek and entry.dek != article.dek:
        paragraphs.insert(0, article.dek)  # the desk has written its own; this one is text
    return _Text(
        Body(Html(render_plain(paragraphs))),
        headline=article.headline,
        dek=article.dek,
        byline=article.byline,
        credits=article.credits,
        left_out=article.left_out,
    )


def _blocks(entry: BriefingEntry, meta: _Meta) -> Blocks:
    inline = _inline_maker(meta)

    def lines(name: str) -> tuple[Html, ...]:
        return tuple(inline(text, (name, n)) for n, text in enumerate(getattr(entry, name)))

    return Blocks(
        summary=inline(entry.summary, ("summary",)) if entry.summary else None,
        ed_note=inline(entry.ed_note, ("ed_note",)) if entry.ed_note else None,
        key_points=lines("key_points"),
        new=lines("new"),
        not_new=lines("not_new"),
        disputed=lines("disputed"),
        watch=lines("watch"),
        knowns=lines("knowns"),
        key_judgments=tuple(
            Judged(inline(one.text, ("key_judgments", n, "text")), one.confidence)
            for n, one in enumerate(entry.key_judgments)
        ),
        unknowns=tuple(
            Question(one, inline(one.text, ("unknowns", n, "text")))
            for n, one in enumerate(entry.unknowns)
        ),
    )


def _inline_maker(meta: _Meta) -> Callable[[str, FieldPath], Html]:
    def inline(text: str, place: FieldPath) -> Html:
        at = Location(meta.path, field=place)
        try:
            made = render_inline(text, meta.working.engine, meta.working.check)
        except MarkdownTooDeep as error:
            meta.problems.append(Problem("too-deep", str(error), at))
            return Html("")
        meta.links.extend(BodyLink(target, at) for target in dict.fromkeys(made.links))
        return Html(made.html)

    return inline

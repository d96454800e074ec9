"""What one file alone says: names in it are not looked up yet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Any, Final, Literal

from generator.diagnostics import FieldPath, Location
from generator.model.briefing import BriefingEntry, PageEntry, Unknown
from generator.model.html import Html
from generator.text.left_out import LeftOut

RegistryKind = Literal[
    "officials", "organizations", "topics", "places", "sources", "claims", "glossary"
]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file of the book, with its lines ended by line feeds alone.

    `path` is for messages (below the book's folder), `name` is the path below content/.
    """

    path: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A briefing or page as it lies in the folder: the text, and the sidecar where there is one."""

    source: SourceFile
    sidecar: SourceFile | None = None

    def files(self) -> tuple[SourceFile, ...]:
        """Give its files."""
        return (self.source, self.sidecar) if self.sidecar else (self.source,)


@dataclass(frozen=True, slots=True)
class FileAtRest:
    """A text file of the book of which a digest is known, and which is read where it is needed."""

    path: str
    name: str
    at: str
    """Its path in the file system."""
    digest: bytes
    """Of its text."""
    read: Callable[[], str] = field(compare=False, repr=False)
    """Reads its text, which is empty where it can be read no longer."""

    @property
    def text(self) -> str:
        """Its text as it is now."""
        return self.read()

    def opened(self) -> SourceFile:
        """Give it with its text."""
        return SourceFile(self.path, self.name, self.read())


@dataclass(frozen=True, slots=True)
class ArticleAtRest:
    """An article whose files were not read yet."""

    source: FileAtRest
    sidecar: FileAtRest | None = None
    written: bytes = field(init=False, compare=False, repr=False)
    """The digests of its files, one after the other."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", b"".join([one.digest for one in self.files()]))

    def files(self) -> tuple[FileAtRest, ...]:
        """Give its files."""
        return (self.source, self.sidecar) if self.sidecar else (self.source,)

    def opened(self) -> Article:
        """Give it with its texts."""
        return Article(self.source.opened(), self.sidecar.opened() if self.sidecar else None)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of assets/, which is published as it is where something shows or links to it."""

    path: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Book:
    """Everything read from disk for one build, but for the texts of briefings."""

    briefings: tuple[ArticleAtRest, ...] = ()
    pages: tuple[Article, ...] = ()
    registries: Mapping[RegistryKind, tuple[SourceFile, ...]] = field(default_factory=dict)
    captures: tuple[SourceFile, ...] = ()
    assets: tuple[Asset, ...] = ()
    catalogues: tuple[SourceFile, ...] = ()
    """Translations of the theme's own words, the book's before the packaged ones."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; `anchor` is its id on the page."""

    anchor: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or picture as written, and where."""

    target: str
    at: Location


@dataclass(frozen=True, slots=True)
class Body:
    """A text as markup, and its headings."""

    html: Html
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A key judgment as markup."""

    text: Html
    confidence: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """An open question as markup, with its facts."""

    unknown: Unknown
    text: Html


@dataclass(frozen=True, slots=True)
class Blocks:
    """The short lead-in fields of a briefing, with their Markdown made into markup."""

    summary: Html | None = None
    ed_note: Html | None = None
    key_points: tuple[Html, ...] = ()
    new: tuple[Html, ...] = ()
    not_new: tuple[Html, ...] = ()
    disputed: tuple[Html, ...] = ()
    watch: tuple[Html, ...] = ()
    knowns: tuple[Html, ...] = ()
    key_judgments: tuple[Judged, ...] = ()
    unknowns: tuple[Question, ...] = ()


_BLOCKS: Final = attrgetter(*(one.name for one in fields(Blocks)))


def map_blocks(blocks: Blocks, change: Callable[[Html], Html]) -> Blocks:
    """Give the short fields with each piece of markup changed by a function."""
    changed = {one.name: _changed(getattr(blocks, one.name), change) for one in fields(blocks)}
    return Blocks(**changed)


def _changed(value: Any, change: Callable[[Html], Html]) -> Any:  # noqa: ANN401
    match value:
        case None:
            return None
        case Html():
            return change(value)
        case tuple():
            return tuple(_changed(one, change) for one in value)
        case _:
            return replace(value, text=change(value.text))


def markup_of(blocks: Blocks) -> Iterator[Html]:
    """Give every piece of markup of the short fields."""
    for value in _BLOCKS(blocks):
        if isinstance(value, Html):
            yield value
        elif value:  # most fields have nothing
            yield from (item if isinstance(item, Html) else item.text for item in value)


@dataclass(frozen=True, slots=True)
class Front:
    """What the rest of the book may ask of a briefing's draft: the names in it, as written."""

    path: str
    name: str
    meta_path: str
    id: str | None
    slug: str | None
    aliases: tuple[str, ...]
    statements: tuple[str, ...]
    questions: tuple[str, ...]
    anchors: tuple[str, ...]
    """Of its headings."""


@dataclass(frozen=True, slots=True)
class BriefingDraft:
    """A briefing as its own files tell it.  `meta_path` is the file that holds the YAML."""

    path: str
    name: str
    meta_path: str
    entry: BriefingEntry
    title: str
    dek: str | None
    byline: str | None
    body: Body
    blocks: Blocks
    links: tuple[BodyLink, ...] = ()
    """Every link of the text and the short fields."""
    credits: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    written: bytes = b""
    """The digests of its files, one after the other."""
    metadata: bytes = b""
    """A digest of its YAML."""

    @property
    def front(self) -> Front:
        """What the rest of the book may ask of it."""
        entry = self.entry
        return Front(
            path=self.path,
            name=self.name,
            meta_path=self.meta_path,
            id=entry.id,
            slug=entry.slug,
            aliases=entry.aliases,
            statements=tuple([one.id for one in entry.statements]),
            questions=tuple([one.id for one in entry.unknowns]),
            anchors=tuple([one.anchor for one in self.body.headings]),
        )


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page such as About, as its own file tells it."""

    path: str
    name: str
    entry: PageEntry
    body: Body
    links: tuple[BodyLink, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """One record of a registry and its place in the file: `(3,)` in a list, `()` alone."""

    path: str
    name: str
    field: FieldPath
    record: Any


Registered = Mapping[RegistryKind, tuple[RegistryEntry, ...]]
"""The records of all registries, with their places."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that the files say, before any name is looked up."""

    briefings: tuple[Front, ...]
    pages: tuple[PageDraft, ...]
    registries: Registered
    whole: Mapping[str, BriefingDraft] = field(default_factory=dict)
    """The whole draft of each briefing, by its name; opened when it is asked for."""
    written: Mapping[str, bytes] = field(default_factory=dict)
    """The digests of the files of each briefing, by its name."""
    failed: frozenset[str] = frozenset()
    """Files below content/ of which at least a part could not be read."""

    def outline(self) -> "Drafts":
        """Give all that is known without opening a draft; the words of a text change none of it."""
        return replace(self, whole={}, written={})

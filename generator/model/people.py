"""Officials and the offices they hold, in Popolo's words (Person, Membership)."""

from generator.text.schema import (
    Date,
    Free,
    Id,
    Many,
    RecordField,
    Text,
    Truth,
    WebAddress,
    Whole,
    record,
)


@record
class OtherName:
    """Another way in which a person, a body or a place is written."""

    name: Text
    note: Text | None = None
    """What kind of name it is: native script, maiden name, transliteration."""
    start_date: Date | None = None
    end_date: Date | None = None
    match: Truth = True
    """Whether the name is looked for in texts; `false` for one that others share."""


@record
class Identifier:
    """The number or word by which another catalogue knows the same thing."""

    scheme: Text
    identifier: Text


@record
class WebLink:
    """An address elsewhere, and what is found there."""

    url: WebAddress
    note: Text | None = None


@record
class Role:
    """An office held from one day to another (Popolo: Membership)."""

    role: Text
    """The office in few words: `Secretary of State`."""
    label: Text
    """The office so that it is understood alone: `US Secretary of State`."""
    organization: Id
    id: Id | None = None
    """Needed only where a statement pins the role."""
    post: Text | None = None
    area: Text | None = None
    start_date: Date | None = None
    """The first day in office; left out where it is not known."""
    end_date: Date | None = None
    """The last day in office, which still counts; left out while the office is held."""
    acting: Truth = False
    rank: Whole | None = None
    """Where two offices are held at once, the one in which the person speaks: 1 comes first."""
    sources: Many[Id] = ()


@record
class Official:
    """A person in public office (Popolo: Person)."""

    id: Id
    name: Text
    sort_name: Text | None = None
    """The name as an index files it: `Kim Jong Un` or `Rutte, Mark`."""
    family_name: Text | None = None
    given_name: Text | None = None
    honorific_prefix: Text | None = None
    other_names: Many[OtherName] = ()
    identifiers: Many[Identifier] = ()
    summary: Text | None = None
    image: Text | None = None
    """The portrait, by its path below content/: `assets/faces/ana-petrova.jpg`."""
    image_alt: Text | None = None
    """What the portrait shows, where that is more than the person."""
    image_credit: Text | None = None
    """Whose picture it is, as its licence asks to have it written."""
    links: Many[WebLink] = ()
    roles: Many[Role] = ()
    aliases: Many[Id] = ()
    """Ids that this official had before; they go on working."""
    sources: Many[Id] = ()
    x: Free = RecordField(default_factory=dict)

"""The drawings of the theme: coordinates that are worked out, and the words beside them.

Coordinates are those of the drawing's own frame, from its upper left corner, as whole
numbers.  A field that holds a path is the `d` of a `<path>`.  Colours come from class names.
"""

from dataclasses import dataclass

from generator.model.views.parts import Link, Sparkline, When


@dataclass(frozen=True, slots=True)
class Trend:
    """A topic with its briefings of the last weeks or months."""

    link: Link
    sparkline: Sparkline
    now: int
    """The number of the last week or month."""
    change: str
    """The change against the one before, with its sign: +2, −1, 0."""
    more: bool
    """Whether there are more than before."""


@dataclass(frozen=True, slots=True)
class Trends:
    """The topics most written about, with their last twelve weeks or months."""

    title: str
    unit: str
    """What a bar stands for, such as "Briefings a week"."""
    caption: str
    rows: tuple[Trend, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many statements an official made on a topic."""

    number: int
    level: int
    """The step of heat, from 1 to 4; 0 where there is no statement."""
    url: str
    """Where the statements are; empty where there is none."""
    label: str
    """The cell in words, such as "Mark Rutte, Missiles: 3 statements"."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An official and the statements on each topic."""

    official: Link
    office: str
    """The office held on the newest day of the book, or the last one; may be empty."""
    cells: tuple[MatrixCell, ...]
    total: int
    """Every statement once, on whatever topic."""


@dataclass(frozen=True, slots=True)
class HeatStep:
    """A step of heat and the numbers that it stands for."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who has spoken about what: officials in rows, topics in columns."""

    topics: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[int, ...]
    """The statements of all officials on each topic, also of those without a row."""
    total: int
    steps: tuple[HeatStep, ...]
    note: str
    """The span of time that is counted."""
    caption: str
    rest: str
    """How many officials and topics are left out; or empty."""


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A place on an axis; the label is empty where there is no room for it."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class PostBar:
    """An office held, as a bar on the axis of time."""

    label: str
    label_x: int
    label_y: int
    anchor: str
    """Where the label is held: start or end."""
    sure: str
    """The path of the time in which the office was surely held; may be empty."""
    unsure: str
    """The path of the time that the dates leave open; may be empty."""
    arrow: str
    """The path of the arrow of an office that is still held; or empty."""
    current: bool


@dataclass(frozen=True, slots=True)
class Posts:
    """The offices of an official, drawn to scale."""

    width: int
    height: int
    base: int
    """Where the axis is."""
    first: int
    """The first year on the axis."""
    last: int
    years: tuple[AxisTick, ...]
    bars: tuple[PostBar, ...]
    """Oldest first."""
    statements: str
    """The path of small strokes on the axis: the days of statements."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The label of a turning point above its bar, and the line that leads down to it."""

    label: str
    label_x: int
    label_y: int
    anchor: str
    """Where the label is held: start or end."""
    x: int
    top: int
    foot: int


@dataclass(frozen=True, slots=True)
class ActivityChart:
    """Briefings by week as bars."""

    width: int
    height: int
    base: int
    title: str
    bars: str
    hot: str
    """The path of the bars of weeks with a turning point."""
    lines: tuple[AxisTick, ...]
    """The lines of the scale, with their numbers."""
    months: tuple[AxisTick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A briefing that its desk calls a turning point."""

    when: When
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Activity:
    """The briefings of a topic by week: the same year for wide screens and for narrow ones."""

    wide: ActivityChart
    narrow: ActivityChart
    summary: str
    """The drawing in a sentence."""
    turning_points: tuple[TurningPoint, ...]
    """All that lie in the weeks drawn, oldest first."""


@dataclass(frozen=True, slots=True)
class Node:
    """An official in a drawing of who is named together."""

    link: Link
    label: str
    x: int
    y: int
    radius: int
    label_y: int
    most: bool
    """Whether nobody else is named in as many briefings."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two officials: the wider, the more briefings name both."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Officials as circles, joined where a briefing names both."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two officials and the number of briefings that name both."""

    first: Link
    second: Link
    number: int


@dataclass(frozen=True, slots=True)
class Together:
    """Who is named in the same briefings: the pairs as a list, and drawn."""

    graph: Graph | None
    """None where there is too little to draw."""
    pairs: tuple[PairLine, ...]
    rest: str
    """How many pairs are not listed; or empty."""

"""The door to pyyaml: YAML text in, plain values or problems out.

The dialect has no surprises: only `true` and `false` are booleans, an empty value, `~` and
`null` are nothing, and every other scalar stays the text that was written, `NO`, `1.10`
and `2024-11-13` too.  Anchors, tags and merges are refused.  The values are built here
from the parser's events, not by pyyaml: its own builder overflows the stack of the whole
process on deep nesting, and keeps the last of two equal keys in silence.
"""

from dataclasses import dataclass
from typing import Final

import yaml

from generator.diagnostics import FieldPath, Location, Outcome, Problem
from generator.text.yaml.faults import CONTROL, ESCAPE, Finding, Stop, explain, unreadable
from generator.text.yaml.lines import in_quotes, look

LARGEST: Final = 1_000_000
"""How many characters a YAML text may have."""
DEEPEST: Final = 32
"""How deep lists and keys may be nested."""
_MOST: Final = 100
"""After how many mistakes a text is given up."""
_Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]
_LOADER: _Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
MEANINGS: Final = {"": None, "~": None, "null": None, "true": True, "false": False}
_Begin = yaml.MappingStartEvent | yaml.SequenceStartEvent
_End = yaml.MappingEndEvent | yaml.SequenceEndEvent
_ANCHORS: Final = "anchors (&) and aliases (*)"
_NO_TEXT_KEY: Final = ("a key must be a text", "put the key in quotes, or a text with braces")
_MERGE: Final = ("merges (<<) are not used in a book", "write the keys out")
_TOO_DEEP: Final = (f"lists and keys are nested more than {DEEPEST} deep", "")
_NESTED: Final = "exceeded maximum nesting depth"  # in the words of libyaml, which reads ahead
_TOO_LARGE: Final = (f"the YAML is larger than {LARGEST:,} characters", "make several files of it")
_SECOND: Final = ("a second document begins here", "remove this line, or make a file of the rest")


def parse_yaml(text: str, *, path: str, first_line: int = 1) -> Outcome[object]:
    r"""Read one YAML document, or say all that is wrong with it.

    >>> parse_yaml("country: NO\nsince: 1.10\nopen: true", path="a.yaml").value
    {'country': 'NO', 'since': '1.10', 'open': True}

    A text that can be read to its end has a value even if it has problems.
    """
    reading = _Reading(text, path, first_line)
    reading.run()
    return Outcome(None if reading.broken else reading.value, tuple(reading.problems))


def find(
    text: str, field: FieldPath, *, first_line: int = 1, key: bool = False
) -> tuple[int, int, int] | None:
    r"""Give the line, the column and the width of a field's value, or of its key.

    >>> find("id: nk-1\ntopics: [korea, nukes]", ("topics", 1))
    (2, 17, 5)

    For a field that is missing, the nearest one around it is shown, by its key.
    """
    reading = _Reading(text, "", first_line, with_places=True)
    reading.run()
    here: FieldPath = ()
    for part in field:
        if (*here, part) in reading.places:
            here = (*here, part)
        elif not _stands_for(reading.places.get(here), part):
            key = True
            break
    place = reading.places.get(here)
    return None if place is None else reading.extent(place, key=key)


@dataclass(frozen=True, slots=True)
class _Place:
    """A value with the events that begin and end it, and its key if it has one."""

    value: object
    key: yaml.Event | None
    first: yaml.Event
    last: yaml.Event | None
    """None for lists and mappings without brackets, whose end is not marked."""


def _stands_for(place: _Place | None, part: str | int) -> bool:
    """Tell whether a value may stand for the list or record that it is the only part of."""
    if place is None or place.value is None or isinstance(place.value, list):
        return False
    return part == 0 or (isinstance(part, str) and isinstance(place.value, str))


class _ReadingError(Exception):
    """Reading cannot go on; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(slots=True)
class _Level:
    """A list or a mapping that has begun and not ended."""

    holder: list[object] | dict[str, object]
    begin: _Begin
    awaits_key: bool
    keys: dict[str, yaml.Event]
    key: str | None = None
    """The key whose value comes next or came last; none where it cannot be used."""


class _Reading:
    """Builds a document's value from its events; the open levels take the place of recursion."""

    def __init__(self, text: str, path: str, first_line: int, *, with_places: bool = False) -> None:
        text = text.removeprefix("\ufeff")
        self.text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self.value: object = None
        self.broken = True
        self.problems: list[Problem] = []
        self.places: dict[FieldPath, _Place] = {}
        self._path = path
        self._first_line = first_line
        self._with_places = with_places
        self._levels: list[_Level] = []
        self._begun = False
        self._split: list[str] = []

    def run(self) -> None:
        """Read to the end, or to the first mistake after which nothing makes sense."""
        try:
            self._refuse_unreadable()
            for event in yaml.parse(self.text, Loader=_LOADER):
                self._take(event)
                if len(self.problems) == _MOST:
                    return
            self.broken = False
        except _ReadingError as error:
            self.problems.append(error.problem)
        except yaml.MarkedYAMLError as error:
            self.problems.append(self._stopped(_where_stopped(error)))
        except (ValueError, OverflowError):  # the parser in Python tries any code it finds
            line = self.text.count("\n", 0, max(self.text.find("\\U"), 0))
            self.problems.append(self._stopped(Stop(line, 0, line, ESCAPE)))

    def extent(self, place: _Place, *, key: bool) -> tuple[int, int, int]:
        """Give the line, column and width of a place, as far as it goes on its first line."""
        shown = place.key if key or place.value is None else None
        first, last = (shown, shown) if shown else (place.first, place.last)
        (line, column), (last_line, end) = _start(first), _end(last) if last else (-1, 0)
        shown_line = min(line, len(self._lines()) - 1)  # an empty document may begin after its end
        to = end if last_line == line else len(self._lines()[shown_line].rstrip())
        return shown_line + self._first_line, column + 1, max(to - column, 1)

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._put(_meaning(event), event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_extras(event)
                self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case yaml.AliasEvent():
                self._refuse(event, "yaml-anchor", _ANCHORS)
                self._put(f"*{event.anchor}", event)
            case yaml.DocumentStartEvent():
                if self._begun:
                    raise _ReadingError(self._problem(event, "yaml-syntax", _SECOND))
                self._begun = True

    def _put(self, value: object, event: yaml.Event) -> None:
        """Give a value to the list or key that waits for it; or it is itself a key."""
        level = self._levels[-1] if self._levels else None
        if level is None:
            self.value = value
        elif level.awaits_key:
            self._name(level, value, event)
            return
        elif isinstance(level.holder, list):
            level.holder.append(value)
        else:
            level.awaits_key = True
            if level.key is not None:
                level.holder[level.key] = value
        if self._with_places:
            self._remember(value, event, event)

    def _name(self, level: _Level, key: object, event: yaml.Event) -> None:
        level.awaits_key, level.key = False, None
        if not isinstance(key, str) or isinstance(event, yaml.AliasEvent):
            self.problems.append(self._problem(event, "yaml-key", _NO_TEXT_KEY))
        elif key == "<<" and _is_plain(event):
            self.problems.append(self._problem(event, "yaml-merge", _MERGE))
        elif key in level.keys:
            first = _start(level.keys[key])[0] + self._first_line
            words = (f"{key!r} is written twice", f"line {first} has it already; keep one of them")
            self.problems.append(self._problem(event, "duplicate-key", words))
        else:
            level.key, level.keys[key] = key, event

    def _begin(self, event: _Begin) -> None:
        if len(self._levels) == DEEPEST:
            raise _ReadingError(self._problem(event, "yaml-depth", _TOO_DEEP))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        holder: list[object] | dict[str, object] = [] if is_list else {}
        parent = self._levels[-1] if self._levels else None
        if parent and parent.awaits_key:
            parent.awaits_key, parent.key = False, None
            self.problems.append(self._problem(event, "yaml-key", _NO_TEXT_KEY))
        else:
            self._put(holder, event)
        self._levels.append(_Level(holder, event, not is_list, {}))

    def _close(self, event: _End) -> None:
        level = self._levels.pop()
        if self._with_places:
            self._remember(level.holder, level.begin, event if level.begin.flow_style else None)

    def _remember(self, value: object, first: yaml.Event, last: yaml.Event | None) -> None:
        parts = [
            len(level.holder) - 1 if isinstance(level.holder, list) else level.key
            for level in self._levels
        ]
        field = tuple(part for part in parts if part is not None)
        if len(field) == len(parts):
            key = self._levels[-1].keys.get(str(field[-1])) if field else None
            self.places[field] = _Place(value, key, first, last)

    def _refuse_unreadable(self) -> None:
        if len(self.text) > LARGEST:
            at = Location(self._path)
            raise _ReadingError(Problem("yaml-size", _TOO_LARGE[0], at, _TOO_LARGE[1]))
        if found := unreadable(self.text):
            raise _ReadingError(self._located("yaml-syntax", found))

    def _refuse_extras(self, event: yaml.ScalarEvent | _Begin) -> None:
        """Refuse anchors, tags, and codes for characters that no page may hold."""
        if event.anchor is not None:
            self._refuse(event, "yaml-anchor", _ANCHORS)
        if event.tag is not None:
            self._refuse(event, "yaml-tag", "tags (!)")
        quoted = isinstance(event, yaml.ScalarEvent) and event.style == '"' and event.value
        if quoted and CONTROL.search(quoted):
            line, column = _start(event)
            raise _ReadingError(self._stopped(Stop(line, column, line, ESCAPE)))

    def _refuse(self, event: yaml.Event, code: str, things: str) -> None:
        line = look(self._lines()[_start(event)[0]])
        words = (f"{things} are not used in a book", f"if a text is meant, {in_quotes(line)}")
        self.problems.append(self._problem(event, code, words))

    def _problem(self, event: yaml.Event, code: str, words: tuple[str, str]) -> Problem:
        line, column = _start(event)
        last_line, end = _end(event)
        width = end - column if last_line == line else 1
        return self._located(code, Finding(line, column, width, *words))

    def _stopped(self, stop: Stop) -> Problem:
        if stop.within == _NESTED:
            return self._located("yaml-depth", Finding(stop.line, stop.column, 1, *_TOO_DEEP))
        return self._located("yaml-syntax", explain(self._lines(), stop))

    def _located(self, code: str, found: Finding) -> Problem:
        line, column = found.line + self._first_line, found.column + 1
        at = Location(self._path, line, column, max(found.width, 1))
        return Problem(code, found.message, at, found.hint)

    def _lines(self) -> list[str]:
        """Take the text apart; only done when something in it is to be shown."""
        self._split = self._split or self.text.split("\n")
        return self._split


def _meaning(event: yaml.ScalarEvent) -> str | bool | None:
    return MEANINGS.get(event.value, event.value) if _is_plain(event) else event.value


def _is_plain(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.tag is None


def _start(event: yaml.Event) -> tuple[int, int]:
    return (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)


def _end(event: yaml.Event) -> tuple[int, int]:
    return (event.end_mark.line, event.end_mark.column) if event.end_mark else (0, 0)


def _where_stopped(error: yaml.MarkedYAMLError) -> Stop:
    """Say where pyyaml stopped, in the same words for its parser in C and the one in Python."""
    mark, began = error.problem_mark or error.context_mark, error.context_mark
    within = _NESTED if error.problem == _NESTED else error.context or ""
    if "quoted" in within and "unexpected" not in (error.problem or ""):
        within = ESCAPE
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Stop(line, column, began.line if began else None, within)

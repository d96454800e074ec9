"""The site beside the folder it goes to: what changes, what goes, what is in the way.

Nothing is written here.  Every refusal of a build that concerns single files comes from
this module, before the first byte changes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Final

from generator.diagnostics import Location, Problem
from generator.errors import OutputError
from generator.model.addresses import folded
from generator.model.page import Output
from generator.pipeline.manifest import Hashes, Records, digest, is_safe, standing_at

_NONE: Final[frozenset[str]] = frozenset()
_EMPTY: Final = digest(b"")
"""An empty file in the place of ours is what a power cut leaves; no work is lost with it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The output folder as it stands before the build, and what publishing will do to it."""

    root: Path
    trusted: Hashes
    """By folded address: on some disks `A.html` is found as `a.html`."""
    blocked: frozenset[str]
    """What stands where a folder is needed."""
    stale: tuple[str, ...] = ()
    """What earlier builds may have written and this one does not."""
    removable: frozenset[str] = _NONE
    """The stale files that stand as we wrote them."""
    in_the_way: frozenset[str] = _NONE
    """Those that go first: files where folders come, or within folders that become files."""
    kept: tuple[str, ...] = ()
    """The stale files that were changed by hand."""


def refuse_bad_addresses(urls: Iterable[str], root: Path) -> None:
    """Refuse addresses that leave the folder, or that some disk cannot tell apart."""
    taken: dict[str, str] = {}
    problems = []
    for url in sorted(urls):
        key = folded(url)
        if not is_safe(url):
            message = f"{url!r} cannot be the address of a page"
            hint = "write letters, digits, hyphens and dots, with a slash after each folder"
            problems.append(Problem("output-unsafe", message, Location(f"{root}/{url}"), hint))
        elif key in taken:
            problems.append(_collision(taken[key], url, root))
        else:
            taken[key] = url
    if not taken.keys().isdisjoint(folders_above(taken)):
        for key, url in taken.items():
            above = (taken[folder] for folder in folders_of(key) if folder in taken)
            problems += [_collision(other, url, root) for other in above]
    if problems:
        raise OutputError(*problems)


def plan(urls: Iterable[str], root: Path, records: Records) -> Plan:
    """Say what to remove before the site of these addresses takes its place, and what after."""
    new = frozenset(urls)
    ground = _survey(new, root, records)
    stale = tuple([url for url in records.trusted() if url not in new])
    standing = {url: _is_ours(ground, url) for url in stale}
    removable = frozenset(url for url, ours in standing.items() if ours)
    return replace(
        ground,
        stale=stale,
        removable=removable,
        in_the_way=_in_the_way(removable, new),
        kept=tuple(url for url, ours in standing.items() if ours is False),
    )


def differs(output: Output, todo: Plan) -> bool | Problem:
    """Tell whether a file is to be written, or what keeps it from standing in its place."""
    url = output.url
    match _found(todo, url):
        case bytes(data) if data == output.data:
            return False
        case bytes(data) if not _is_trusted(todo, url, digest(data)):
            return _conflict(todo, url)
        case str(obstacle):
            return _conflict(todo, obstacle)
        case _:
            return True


def is_ours(url: str, expected: str, todo: Plan) -> bool:
    """Tell whether we wrote a file with this digest to an address that nothing keeps it from."""
    return _is_trusted(todo, url, expected) and not (todo.blocked and _obstacle(todo, url))


def reads(url: str, expected: str, todo: Plan) -> bool:
    """Tell whether the file with this digest stands at an address."""
    found = _found(todo, url)
    return isinstance(found, bytes) and digest(found) == expected


def folders_of(url: str) -> list[str]:
    """List the folders above an address, the outermost first.

    >>> folders_of("briefings/2024/x.html")
    ['briefings', 'briefings/2024']
    """
    return list(accumulate(url.split("/")[:-1], "{}/{}".format))


def folders_above(urls: Iterable[str]) -> set[str]:
    """Gather the folders above all of the addresses."""
    parents = {url.rpartition("/")[0] for url in urls}
    return {folder for parent in parents if parent for folder in folders_of(f"{parent}/")}


def _survey(new: frozenset[str], root: Path, records: Records) -> Plan:
    known = records.trusted()
    trusted = {folded(url): hashes for url, hashes in known.items()}
    if len(trusted) < len(known):  # some have one place on such disks
        trusted = dict.fromkeys(trusted, _NONE)
        for url, hashes in known.items():
            trusted[folded(url)] |= hashes
    blocked = (
        place
        for place in folders_above(new.union(known))
        if standing_at(root / place) not in {"nothing", "folder"}
    )
    return Plan(root, trusted, frozenset(blocked))


def _is_ours(ground: Plan, url: str) -> bool | None:
    """Tell whether a file stands as we wrote it; None where no file stands."""
    path = ground.root / url
    if _obstacle(ground, url) is not None or standing_at(path) != "file":
        return None
    return _is_trusted(ground, url, digest(path.read_bytes()))


def _is_trusted(ground: Plan, url: str, found: str) -> bool:
    """Tell whether a file with this digest is ours, where it stands at an address."""
    hashes = ground.trusted.get(folded(url))
    return hashes is not None and (found in hashes or found == _EMPTY)


def _in_the_way(removable: Iterable[str], new: Collection[str]) -> frozenset[str]:
    folders = folders_above(new)
    return frozenset(
        url for url in removable if url in folders or any(place in new for place in folders_of(url))
    )


def _found(ground: Plan, url: str) -> bytes | str | None:
    """Give the file that stands there, or the address of what keeps one from standing there."""
    obstacle = _obstacle(ground, url)
    if obstacle is not None:
        return None if obstacle in ground.in_the_way else obstacle
    match standing_at(f"{ground.root}/{url}"):
        case "nothing":
            return None
        case "file":
            return (ground.root / url).read_bytes()
        case "folder" if _comes_free(ground.root, url, ground.in_the_way):
            return None
        case _:
            return url


def _obstacle(ground: Plan, url: str) -> str | None:
    return next((place for place in folders_of(url) if place in ground.blocked), None)


def _comes_free(root: Path, url: str, in_the_way: Collection[str]) -> bool:
    within = (path for path in (root / url).rglob("*") if standing_at(path) != "folder")
    return all(path.relative_to(root).as_posix() in in_the_way for path in within)


def _conflict(ground: Plan, url: str) -> Problem:
    path = ground.root / url
    hint = "move it elsewhere or remove it, then build again"
    match standing_at(path):
        case "file" if folded(url) in ground.trusted:
            message = f"{url!r} was changed by hand after Briefbook wrote it"
            hint = "keep what you need of it in the sources, remove it, then build again"
        case "file":
            message = f"{url!r} is in the way: Briefbook did not write it"
        case standing:
            message = f"{url!r} is in the way: it is a {standing} that Briefbook did not make"
    return Problem("output-conflict", message, Location(str(path)), hint)


def _collision(one: str, other: str, root: Path) -> Problem:
    message = f"{one!r} and {other!r} would stand in the same place"
    hint = "give one of the two another id, slug or file name"
    return Problem("output-collision", message, Location(f"{root}/{other}"), hint)

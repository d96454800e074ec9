"""`briefbook build --watch`: publishes the book after every change, until someone ends it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial

from generator.commands.voice import Outcome, Voice, attempt
from generator.report import Report, Settings
from generator.republish import Republished
from generator.runtime.alone import can_rest
from generator.runtime.heap import only_new_garbage
from generator.watching import Watching


def watch(
    settings: Settings,
    clock: Callable[[], datetime],
    voice: Voice,
    *,
    first: Outcome,
    poll_s: float | None,
) -> None:
    """Publish a book whenever it changes; `first` came of building it before anyone watched."""
    book = Republished(settings, clock, voice.progress)
    watching = Watching(book, settings.root, poll_s=poll_s, tell=voice.warn)
    with suppress(KeyboardInterrupt), can_rest(watching.lookout.resting):
        watching.begin()
        before = _told(voice, attempt(watching.make), first)
        only_new_garbage()
        voice.watching(watching.how())
        while True:
            changes = watching.next()
            outcome = attempt(partial(watching.make, changes))
            before = _told(voice, outcome, before, is_asked_for=bool(changes))
    voice.clear()
    watching.close()


def _told(
    voice: Voice, outcome: Outcome, before: Outcome, *, is_asked_for: bool = False
) -> Outcome:
    """Tell what came of a round; where nobody asked for it, only if that is something new."""
    voice.clear()
    if is_asked_for or outcome.problems != before.problems or _has_written(outcome):
        voice.outcome(outcome, before)
    return outcome


def _has_written(outcome: Outcome) -> bool:
    written = outcome.written if isinstance(outcome, Report) else None
    return written is not None and bool(written.written or written.removed)

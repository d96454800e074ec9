"""Asks now and then, while a text is read, whether there is time left."""

from typing import Final

from generator.text.deadline import Check, no_deadline

_STEP: Final = 4000
"""How many characters are gone over between two questions: some hundred microseconds."""


class Meter:
    """Counts the characters that have been gone over."""

    def __init__(self) -> None:
        self._check: Check = no_deadline
        self._left = _STEP

    def start(self, check: Check) -> None:
        """Ask by `check` from now on; it raises what is to be raised when the time is over."""
        self._check, self._left = check, _STEP

    def spend(self, characters: int) -> None:
        """Count characters that were gone over."""
        self._left -= characters
        if self._left < 0:
            self._left = _STEP
            self._check()

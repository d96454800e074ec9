"""One message to everybody who listens: those who come later hear the last one."""

import threading


class Events:
    """A stream of messages, of which only the last one matters."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._number = 0
        self._last = ""
        self._closed = False

    def send(self, data: str) -> None:
        """Tell everybody."""
        with self._condition:
            self._number += 1
            self._last = data
            self._condition.notify_all()

    def after(self, number: int, patience_s: float) -> tuple[int, str] | None:
        """Wait for what comes after a message, by its number; None where nothing comes."""
        with self._condition:
            self._condition.wait_for(lambda: self._number > number or self._closed, patience_s)
            return (self._number, self._last) if self._number > number else None

    @property
    def closed(self) -> bool:
        """Whether nothing will come any more."""
        return self._closed

    def closes_within(self, seconds: float) -> bool:
        """Wait until nothing will come any more; tell whether that was within a time."""
        with self._condition:
            return self._condition.wait_for(lambda: self._closed, seconds)

    def close(self) -> None:
        """Let everybody go."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

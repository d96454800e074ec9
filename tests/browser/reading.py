"""A page in the browser, with what it fetched and what it complained of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, Request


@dataclass
class Reading:
    """One reader's page; `fetched` and `complaints` grow while pages are opened."""

    page: Page
    fetched: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._heard: Mapping[Any, Callable[[Any], None]] = {
            "request": self._note,
            "requestfailed": self._hear_failure,
            "console": self._listen,
            "pageerror": self._hear_error,
        }
        for event, listener in self._heard.items():
            self.page.on(event, listener)

    def close(self) -> None:
        """Listen no longer."""
        for event, listener in self._heard.items():
            self.page.remove_listener(event, listener)

    def open(self, address: str) -> Page:
        """Open a page and wait until all of it, fonts too, is there."""
        self.page.goto(address, wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => 0)")
        return self.page

    def _note(self, request: Request) -> None:
        self.fetched.append(request)

    def _hear_failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the icon, where the next page came first
            self._complain(f"failed: {request.url}")

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._complain(f"{message.type}: {message.text}")

    def _hear_error(self, error: Error) -> None:
        self._complain(f"script: {error.message}")

    def _complain(self, what: str) -> None:
        self.complaints.append(f"{self.page.url}: {what}")

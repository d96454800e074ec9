"""A page in the browser, with what it fetched and what it complained of."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Page, Request


@dataclass
class Reading:
    """One reader's page; `fetched` and `complaints` grow while pages are opened."""

    page: Page
    fetched: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note)
        self.page.on("requestfailed", self._hear_failure)
        self.page.on("console", self._listen)
        self.page.on("pageerror", self._hear_error)

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

"""What holds for all tests: a part that could not be run is named at the end of the report."""

import os
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from generator.model.page import Output, Page
from generator.pipeline.render import render

NOT_RUN = "not run"
PATIENCE_S = 60

# Time never decides a test: a machine may be slow, or busy with something else.
settings.register_profile(
    "at-any-speed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("at-any-speed")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Have one more than there are processors: some wait, for a browser or for time to pass."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture
def alone() -> None:
    """Wait for the threads of earlier tests: beside others the program starts no workers."""
    end = time.monotonic() + PATIENCE_S
    while threading.active_count() > 1:
        assert time.monotonic() < end, threading.enumerate()
        time.sleep(0.01)


@pytest.fixture
def pages_made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the pages that are made from now on, by this process."""
    found: list[str] = []

    def noted(page: Page) -> Output:
        found.append(page.url)
        return render(page)

    monkeypatch.setattr("generator.rendering.render", noted)
    return found


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    yield
    told = {
        reason.removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
        for reason in [str(report.longrepr[-1])]
        if f" {NOT_RUN}: " in reason
    }
    for reason in sorted(told):
        terminalreporter.write_line(reason, red=True)

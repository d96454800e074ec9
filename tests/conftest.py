"""What holds for all tests: a part that could not be run is named at the end of the report."""

from collections.abc import Iterator

import pytest

NOT_RUN = "not run"


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

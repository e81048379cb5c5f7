"""What was left out of a run is counted and said; where everything must be tried (CI), it is a failure.

A hook of pytest: `conftest.py` takes it in. A test that is expected to fail is left out too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT_OUT = ("skipped", "xfailed")


def must_try_everything() -> bool:
    return os.environ.get("CI") == "true"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    left_out = reporter is not None and any(reporter.stats.get(kind) for kind in LEFT_OUT)
    if left_out and must_try_everything() and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = list(_said(terminalreporter))
    if not lines:
        return
    count = "1 test was" if len(lines) == 1 else f"{len(lines)} tests were"
    failure = ", which is a failure here (CI is true)" if must_try_everything() else ""
    terminalreporter.write_line(f"{count} left out{failure}:", red=must_try_everything())
    for line in lines:
        terminalreporter.write_line(f"  {line}")


def _said(reporter: pytest.TerminalReporter) -> Iterator[str]:
    """Each test left out, and why."""
    for kind in LEFT_OUT:
        for report in reporter.getreports(kind):
            reason = getattr(report, "wasxfail", "")
            if not reason and isinstance(report.longrepr, tuple):
                reason = str(report.longrepr[-1]).removeprefix("Skipped: ")
            yield f"{report.nodeid}: {reason or 'no reason given'}"

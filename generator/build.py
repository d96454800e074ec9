"""One build from end to end."""

import time
from dataclasses import replace
from pathlib import Path

from generator.config import Config
from generator.model.page import Output
from generator.pipeline.compare import refuse_bad_addresses
from generator.pipeline.read import CONFIG_NAME
from generator.pipeline.write import Target
from generator.preparing import Resident, located, remembering
from generator.publishing import Progress, unchanged
from generator.report import Report, Settings


def check(settings: Settings, progress: Progress = lambda _: None) -> Report:
    """Do all that a build does but publish, and make no page that is as the last build made it.

    Raises BriefbookError, with located problems, where nothing would be published.
    """
    return remembering(lambda asked: _check(asked, progress), settings)


def _check(settings: Settings, progress: Progress) -> Report:
    prepared = located(settings, progress)
    site, folder = prepared.site, _folder(prepared.config, settings)
    refuse_bad_addresses(site.urls(), folder)
    progress("rendering")
    for _ in site.each(_nothing, jobs=settings.jobs, known=unchanged(site, folder, settings)):
        pass
    return prepared.report


def _nothing(_: Output) -> None:
    """Let go of a file that was made."""


def build(
    settings: Settings, progress: Progress = lambda _: None, resident: Resident | None = None
) -> Report:
    """Build the book and publish it; what is in `resident` need not be done again.

    Raises BriefbookError, with located problems, where nothing was published.
    """
    keeping = resident or Resident(stays=False)
    return remembering(lambda asked: _build(asked, progress, keeping), settings, keeping)


def _build(settings: Settings, progress: Progress, resident: Resident) -> Report:
    begun = time.perf_counter()
    prepared = located(settings, progress, resident)
    config, site = prepared.config, prepared.site
    folder = _folder(config, settings)
    never = (settings.root / config.content, settings.root / config.templates)

    target = Target(folder, settings.root, never)
    written = resident.published.publish(site, target, settings, progress)
    return replace(
        prepared.report,
        written=written,
        output=str(folder),
        seconds=time.perf_counter() - begun,
        sources=(CONFIG_NAME, config.content, config.templates),
    )


def _folder(config: Config, settings: Settings) -> Path:
    return settings.output or settings.root / config.output

"""A whole site in memory, made without a memory of earlier builds."""

from dataclasses import dataclass

from generator.config import Config
from generator.model.page import Output
from generator.preparing import prepare
from generator.report import Report, Settings


@dataclass(frozen=True, slots=True)
class Made:
    """A site and what is told of it."""

    config: Config
    outputs: tuple[Output, ...]
    report: Report


def make(settings: Settings) -> Made:
    """Make the whole site without writing anything.

    Raises BriefbookError where the book cannot be published.
    """
    prepared = prepare(settings)
    outputs = prepared.site.each(_as_it_is, jobs=settings.jobs)
    return Made(prepared.config, tuple(outputs), prepared.report)


def _as_it_is(output: Output) -> Output:
    return output

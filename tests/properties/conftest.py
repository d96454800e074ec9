"""What makes many small builds quick."""

from collections.abc import Iterator
from types import CodeType

import pytest
from jinja2 import Environment


@pytest.fixture(autouse=True, scope="session")
def _templates_are_compiled_once() -> Iterator[None]:
    """Compile each template once a run: it takes longer than all the rest of a small build."""
    compiled: dict[tuple[str, str | None, str | None], CodeType] = {}
    compile_anew = Environment.compile

    def compile_once(
        self: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        key = (source, name, filename)
        if key not in compiled:
            compiled[key] = compile_anew(self, source, name, filename)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        yield

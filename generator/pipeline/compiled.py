"""Templates as Python compiles them: kept for all builds of a process, the theme's own on disk.

Compiled code is run, so nothing is ever read from the folder of a book.  The theme's lies
where Python keeps that of the program, and is trusted as much; where nothing may be written
there, it is compiled anew by each process.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Final

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

_BESIDE_THE_PROGRAM: Final = Path(__file__).parent / "__pycache__"


class CompiledTemplates(BytecodeCache):
    """Compiled templates by their names and sources, all compiled by one form of compiler."""

    def __init__(
        self, theme: Path, folder: Path = _BESIDE_THE_PROGRAM, *, form: str = "template"
    ) -> None:
        self._theme = theme
        self._folder = folder
        self._form = form
        self._known: dict[str, tuple[str, CodeType]] = {}
        self._on_disk: set[str] = set()

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Give what is known of a template."""
        if filename and Path(filename).is_relative_to(self._theme):
            self._on_disk.add(self.get_cache_key(name, filename))
        return super().get_bucket(environment, name, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of a template, where it is known."""
        checksum, code = self._known.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None
        if bucket.code is None and bucket.key in self._on_disk:
            with suppress(OSError, ValueError, EOFError), self._file(bucket).open("rb") as file:
                bucket.load_bytecode(file)
            self._note(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is None:
            return
        self._note(bucket)
        if bucket.key in self._on_disk and not sys.dont_write_bytecode:
            beside = self._file(bucket).with_suffix(f".{os.getpid()}")
            with suppress(OSError):
                self._folder.mkdir(exist_ok=True)
                with beside.open("wb") as file:
                    bucket.write_bytecode(file)
                beside.replace(self._file(bucket))

    def _note(self, bucket: Bucket) -> None:
        if bucket.code is not None:  # what it was before is not needed
            self._known[bucket.key] = bucket.checksum, bucket.code

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._form}-{bucket.key}.{sys.implementation.cache_tag}.pyc"

"""Compiled templates are kept, and only where a stranger cannot put his own."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.pipeline.compiled import CompiledTemplates


class Counted(Environment):
    """Counts how often it compiles."""

    compiled = 0

    def _generate(self, source, name, filename, defer_init=False):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, FBT002
        Counted.compiled += 1
        return super()._generate(source, name, filename, defer_init)


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    Counted.compiled = 0
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "a.html").write_text("A {{ word }}", encoding="utf-8")
    (tmp_path / "book").mkdir()
    return tmp_path / "theme"


def shown(theme: Path, folder: Path, kept: CompiledTemplates | None = None) -> str:
    """Render with what a new process finds, or with what this one has kept."""
    cache = kept or CompiledTemplates(theme, theme.parent / "cache")
    environment = Counted(loader=FileSystemLoader(folder), bytecode_cache=cache)
    return environment.get_template("a.html").render(word="word")


def test_a_template_of_the_theme_is_compiled_once_for_all_processes(theme: Path) -> None:
    assert [shown(theme, theme) for _ in range(3)] == ["A word"] * 3
    assert Counted.compiled == 1


def test_a_changed_template_is_compiled_again(theme: Path) -> None:
    kept = CompiledTemplates(theme, theme.parent / "cache")
    shown(theme, theme, kept)

    (theme / "a.html").write_text("B {{ word }}", encoding="utf-8")

    assert shown(theme, theme, kept) == "B word"
    assert shown(theme, theme) == "B word"
    assert Counted.compiled == 2


def test_templates_of_a_book_are_kept_by_the_process_alone(theme: Path) -> None:
    own = theme.parent / "book"
    (own / "a.html").write_text("Own {{ word }}", encoding="utf-8")
    kept = CompiledTemplates(theme, theme.parent / "cache")

    assert {shown(theme, own, kept) for _ in range(3)} == {"Own word"}
    assert Counted.compiled == 1
    assert len(kept._known) == 1  # noqa: SLF001
    (own / "a.html").write_text("Other {{ word }}", encoding="utf-8")
    assert shown(theme, own, kept) == "Other word"
    assert len(kept._known) == 1  # noqa: SLF001
    (own / "a.html").write_text("Own {{ word }}", encoding="utf-8")
    Counted.compiled = 1
    assert not (theme.parent / "cache").exists()
    shown(theme, own)
    assert Counted.compiled == 2


def test_a_damaged_file_is_not_used(theme: Path) -> None:
    shown(theme, theme)
    (file,) = (theme.parent / "cache").iterdir()

    file.write_bytes(b"nonsense")

    assert shown(theme, theme) == "A word"
    assert Counted.compiled == 2


def test_where_nothing_can_be_written_all_is_compiled(theme: Path) -> None:
    (theme.parent / "cache").write_text("in the way", encoding="utf-8")

    assert [shown(theme, theme) for _ in range(2)] == ["A word"] * 2
    assert Counted.compiled == 2


def test_what_was_read_once_is_not_read_again(theme: Path) -> None:
    shown(theme, theme)
    kept = CompiledTemplates(theme, theme.parent / "cache")
    shown(theme, theme, kept)
    (file,) = (theme.parent / "cache").iterdir()

    file.unlink()

    assert shown(theme, theme, kept) == "A word"
    assert Counted.compiled == 1

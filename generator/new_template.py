"""New templates: the theme's own text to change, with the mark that says what it was."""

from pathlib import Path

from generator.new import NewError, config_of
from generator.pipeline.rendering.packaged import theme_files
from generator.pipeline.theme.make import template_texts
from generator.pipeline.theme.overrides import PREFIX, mark, originals
from generator.text.nearest import nearest


def write_template(name: str, root: Path, block: str = "") -> Path:
    """Write a template of the book's own that shows what the theme's shows, and give its path.

    Raises NewError where the theme has no such template or the book has one, ConfigError
    where the folder holds no book.
    """
    text = template_start(name, block)
    path = root / config_of(root).templates / name
    if path.exists():
        option = f" --block {block}" if block else ""
        command = f"`briefbook new template {name}{option} --print`"
        raise NewError(f"{path} is there already; {command} shows what to add")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise NewError(f"{path} cannot be written: {error.strerror}") from None
    return path


def template_start(name: str, block: str = "") -> str:
    """Give a template as it begins: today's text of the theme, or of one block of it.

    Raises NewError where the theme has no such template or block.
    """
    packaged = template_texts(theme_files())
    if name not in packaged:
        hint = nearest(name, packaged) or f"it has {', '.join(sorted(packaged))}"
        raise NewError(f"the theme has no template {name!r}; {hint}")
    if not block:
        return f"{mark(name, packaged[name])}\n{packaged[name]}"
    blocks = originals(packaged, name)
    if block not in blocks:
        hint = nearest(block, blocks) or f"it has {', '.join(sorted(blocks)) or 'none'}"
        raise NewError(f"{name} has no block {block!r}; {hint}")
    file, text = blocks[block]
    macros = '{% import "_macros.html" as show %}\n' if "show." in text else ""
    return (
        f'{{% extends "{PREFIX}{name}" %}}\n{macros}'
        f"{{# What is not here stays the theme's.  {{{{ super() }}}} stands for its text. #}}\n"
        f"{mark(file, text, block)}\n{{% block {block} %}}{text}{{% endblock %}}\n"
    )

"""The JSON Schemas take what the program takes, and refuse what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.config import Config
from generator.model.briefing import BriefingEntry, PageEntry
from generator.pipeline import parse
from generator.pipeline.read import REGISTRIES
from generator.schemas import SCHEMA_KINDS, json_schema
from generator.text.front_matter import split_front_matter
from generator.text.schema import Schema

REPOSITORY = Path(__file__).parents[1]
BOOKS = [REPOSITORY, REPOSITORY / "tests/golden/book", REPOSITORY / "tests/invalid/_base"]
RECORDS: dict[str, type[Any]] = {
    **{str(kind): record for kind, record in parse.RECORDS.items()},
    "config": Config,
    "briefing": BriefingEntry,
    "page": PageEntry,
}


def kind_of(path: Path, book: Path) -> str:
    if path.name == "config.yaml":
        return "config"
    kind = path.relative_to(book / "content").parts[0].removesuffix(".yaml")
    return {"briefings": "briefing", "pages": "page"}.get(kind, kind)


class EditorsLoader(yaml.SafeLoader):
    """Reads YAML as editors do: by the core schema of YAML 1.2."""


EditorsLoader.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorsLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), first
    )


def written(path: Path) -> object:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = split_front_matter(text).yaml
    found: object = yaml.load(text, EditorsLoader)  # noqa: S506 - it is a safe one
    return found


def files_of(book: Path) -> list[tuple[str, Path]]:
    found = [book / "config.yaml", *sorted((book / "content").rglob("*"))]
    with_yaml = [path for path in found if path.suffix in {".yaml", ".md"}]
    return [(kind_of(path, book), path) for path in with_yaml if written(path) is not None]


FILES = [one for book in BOOKS for one in files_of(book)]


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_every_kind_has_a_schema_that_is_one(kind: str) -> None:
    printed = CliRunner().invoke(main, ["schema", kind]).stdout

    schema = json.loads(printed)

    assert schema == json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_every_kind_of_file_has_a_schema() -> None:
    assert set(SCHEMA_KINDS) == {"config", "briefing", "page", *REGISTRIES}
    assert {kind for kind, _ in FILES} == set(SCHEMA_KINDS)


def name_of(value: object) -> str:
    return value.relative_to(REPOSITORY).as_posix() if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(("kind", "path"), FILES, ids=name_of)
def test_the_files_of_our_books_are_taken(kind: str, path: Path) -> None:
    faults = Draft202012Validator(json_schema(kind)).iter_errors(written(path))

    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


LEAST: dict[str, Any] = {
    "config": {"title": "Halden Desk"},
    "briefing": {"title": "Talks", "published": "2024-11-14", "topics": ["arms"]},
    "page": {"title": "About"},
    "officials": {"id": "ana-petrova", "name": "Ana Petrova"},
    "organizations": {"id": "estara-mfa", "name": "Foreign Ministry of Estara"},
    "topics": {"id": "arms", "name": "Arms"},
    "places": {"id": "halden", "name": "Halden"},
    "sources": {"id": "transcript"},
    "claims": {"id": "port-closed", "text": "The port is closed."},
    "glossary": {"term": "test ban", "definition": "A promise not to test."},
}


def is_taken(kind: str, value: object) -> bool:
    return Draft202012Validator(json_schema(kind)).is_valid(value)


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_a_misspelt_key_is_refused(kind: str) -> None:
    least = LEAST[kind]

    assert is_taken(kind, least)
    for key in least:
        others = {other: value for other, value in least.items() if other != key}
        assert not is_taken(kind, {**others, f"{key}s": least[key]})
        assert not is_taken(kind, {**least, f"{key}s": least[key]})


@pytest.mark.parametrize("kind", REGISTRIES)
def test_a_registry_is_one_record_or_a_list_of_them(kind: str) -> None:
    assert is_taken(kind, LEAST[kind])
    assert is_taken(kind, [LEAST[kind], LEAST[kind]])
    assert not is_taken(kind, [{**LEAST[kind], "nmae": "Misspelt"}])


TAKEN: list[tuple[str, dict[str, Any]]] = [
    ("briefing", {"published": "2024-11"}),
    ("briefing", {"title": "1984"}),
    ("briefing", {"published": "2024-11-13T09:00Z"}),
    ("briefing", {"topics": "arms"}),
    ("briefing", {"status": "usable"}),
    ("briefing", {"dek": None}),
    ("briefing", {"sources": ["transcript", {"id": "other", "locator": "p. 4"}]}),
    ("briefing", {"key_judgments": "They will come."}),
    ("places", {"country": "NO"}),
    ("sources", {"type": "speech", "tier": "official-record"}),
    ("config", {"lint": {"role-gap": "off"}}),
    ("config", {"editions": ["public", {"id": "inside", "includes": "public"}]}),
]
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("briefing", {"published": "Nov. 13"}),
    ("briefing", {"published": None}),
    ("briefing", {"topics": []}),
    ("briefing", {"status": "published"}),
    ("briefing", {"statements": [{"id": "s1"}]}),
    ("officials", {"id": "Ana Petrova"}),
    ("officials", {"roles": [{"role": "Envoy"}]}),
    ("sources", {"url": "example.org"}),
    ("config", {"lint": {"role-gap": "quiet"}}),
]


@pytest.mark.parametrize(("kind", "changes"), TAKEN)
def test_a_schema_takes_what_the_program_takes(kind: str, changes: dict[str, Any]) -> None:
    changed = {**LEAST[kind], **changes}

    assert is_taken(kind, changed)
    assert Schema(RECORDS[kind]).read(changed, path="").value is not None


@pytest.mark.parametrize(("kind", "changes"), REFUSED)
def test_a_schema_refuses_what_the_program_refuses(kind: str, changes: dict[str, Any]) -> None:
    changed = {**LEAST[kind], **changes}

    assert not is_taken(kind, changed)
    assert Schema(RECORDS[kind]).read(changed, path="").value is None

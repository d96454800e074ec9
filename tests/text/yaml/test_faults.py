import pytest
import yaml

from generator.diagnostics import Location
from generator.text.yaml import nodes as yaml_nodes
from generator.text.yaml.plain import read_yaml


def _marked(text: str, at: Location) -> str:
    """Give what the problem's place covers."""
    return text.split("\n")[at.line - 1][at.column - 1 :][: at.width]


_SYNTAX = [
    ("title: US: concerned", "US: concerned", "a colon inside", 'title: "US: concerned"'),
    ('title: "It": a word', '"It": a word', "after the closing quotation", "'\"It\": a word'"),
    ("a: 1\n- id: x\n  b: c", "-", "a list item stands here among keys", "indent it"),
    ("- a\nb: c", "b", "a key stands here among list items", "begin the line with a dash"),
    ("- id: a\n  text: he said: no", "he said: no", "a colon inside", 'text: "he said: no"'),
    ("title: what:", "what:", "a colon inside", 'title: "what:"'),
    ("by: @desk now", "@desk now", "a text cannot begin with '@'", 'by: "@desk now"'),
    ("a: `x`", "`x`", "a text cannot begin with '`'", 'a: "`x`"'),
    ("a: 100\nb: %x", "%x", "a text cannot begin with '%'", 'b: "%x"'),
    ("a: *text* so", "*text* so", "a text cannot begin with '*'", 'a: "*text* so"'),
    ("a: & b", "& b", "a text cannot begin with '&'", 'a: "& b"'),
    ("a: > 100 men", "> 100 men", "a text cannot begin with '>'", 'a: "> 100 men"'),
    ("a: | b", "| b", "a text cannot begin with '|'", 'a: "| b"'),
    ("a: ] b", "] b", "a text cannot begin with ']'", 'a: "] b"'),
    ("@a: b", "@", "a key cannot begin with '@'", "put the key in quotes"),
    ("a: [b, c\nd: e", "[b, c", "the bracket is not closed", "close it with ]"),
    ("a: {b: c", "{b: c", "the bracket is not closed", "close it with }"),
    ("a: [sic] b\nc: d", "[sic] b", "after the closing bracket", 'a: "[sic] b"'),
    ("a: [b: c: d]", ":", "the text in brackets", "put each text"),
    ('a: "b\nc: d', '"b', "the quotation mark is not closed", 'close it: a: "b"'),
    ('a: "b\nc: "d"', '"b', "the quotation mark is not closed", 'close it: a: "b"'),
    ('a: ["b, c]\nd: e', '["b, c]', "a quotation mark is not closed", "close it"),
    ('a: "b" c\nd: e', '"b" c', "after the closing quotation mark", "a: '\"b\" c'"),
    ("a: 'It's b'", "'It's b'", "after the closing quotation mark", 'a: "It\'s b"'),
    ('a: "\\d"', '"\\d"', "a backslash in double quotes", "a: '\\d'"),
    ('a: "\\ud800"', '"\\ud800"', "a backslash in double quotes", "a: '\\ud800'"),
    ('a: "\\UFFFFFFFF"', '"\\UFFFFFFFF"', "a backslash in double quotes", "single quotes"),
    ('a: "\\0"', '"\\0"', "a backslash in double quotes", "a: '\\0'"),
    ("a:\n\tb: c", "\t", "a tab stands at the start", "write spaces"),
    ("a:\n  - b\n\t- c", "\t", "a tab stands at the start", "write spaces"),
    ("a: b\n  c: d", ":", "the indentation fits no line above", "column 1"),
    ("a:\n  b: c\n d: e", "d", "the indentation fits no line above", "column 1 or 3"),
    ("  a: b\nc: d", "c", "the indentation fits no line above", "column 3"),
    ("- id: a\n   b: c", ":", "the indentation fits no line above", "column 1 or 3"),
    ("a: b\nc:d\ne: f", "c:d", "a space is missing after the colon", "write c: d"),
    ("a:b\nc: d", "a:b", "a space is missing after the colon", "write a: b"),
    ("a:\n- b\n-c\n- d", "-", "a space is missing after the dash", "write - c"),
    ("a: b\nwords\nc: d", "words", "there is no key before 'words'", "write a key"),
    ("a: - b", "- b", "a list cannot begin beside its key", "`- b` on the next line"),
    ("a: b\n---\nc: d", "---", "a second document begins here", "make a file"),
    ("%YAML 1.1\n---\na: b", "%", "a line cannot begin with '%'", "quotes"),
    ("a: b\0c", "\0", "an invisible character stands here (U+0000)", "delete it"),
    ("a: b\x07", "\x07", "an invisible character stands here (U+0007)", "delete it"),
    ("a: b\u2028c", "\u2028", "an invisible character stands here (U+2028)", "delete it"),
    ("a: b\ufeff", "\ufeff", "an invisible character stands here (U+FEFF)", "delete it"),
    ("a: \ud800", "\ud800", "an invisible character stands here (U+D800)", "delete it"),
    ("a: b\n... x", "x", "this cannot stand here", "check the indentation"),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("text", "marked", "message", "hint"), _SYNTAX)
def test_a_syntax_error_is_explained_where_it_stands(  # noqa: PLR0913, PLR0917
    text: str, marked: str, message: str, hint: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_nodes, "_LOADER", loader)

    outcome = read_yaml(text, path="a.yaml")

    problem = outcome.problems[-1]
    assert outcome.value is None
    assert (problem.code, _marked(text, problem.at)) == ("yaml-syntax", marked)
    assert message in problem.message
    assert hint in problem.hint
    assert problem.message[0].islower()
    assert not problem.message.endswith(".")


_SHOWN = [
    problem.hint.partition(": ")[2]
    for text, *_ in _SYNTAX
    for problem in read_yaml(text, path="a.yaml").problems
    if problem.hint.startswith("put the text in")
]


@pytest.mark.parametrize("shown", [shown for shown in _SHOWN if shown])
def test_the_hint_can_be_typed_as_it_is_given(shown: str) -> None:
    assert not read_yaml(shown, path="a.yaml").problems

import json

import pytest

from tui.storage.files import FileError, parse_json
from tui.storage.json_text import nearest_place, places


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ('{"a": 1,\n}', 1, 8, "a comma too many: nothing follows it"),
        ('{"a": [1,\n2,\n]}', 2, 2, "a comma too many: nothing follows it"),
        ('{,"a": 1}', 1, 2, "a comma too many"),
        ('{"a": 1,, "b": 2}', 1, 9, "a comma too many"),
        ("{\n“a”: 1}", 2, 1, "a typographic quotation mark “"),
        ('{"a": „x“}', 1, 7, "a typographic quotation mark „"),
        ('{"a": "x”,\n"b": 1}', 1, 9, "a typographic quotation mark ”"),
        ('{"a": "x”}', 1, 9, "a typographic quotation mark ”"),
        ("{'a': 1}", 1, 2, "a single quotation mark '"),
        ('{\n\u00a0"a": 1}', 2, 1, "no-break space (U+00A0)"),
        ('{\n\u200b"a": 1}', 2, 1, "zero width space (U+200B)"),
        ('{\n// why\n"a": 1}', 2, 1, "a comment"),
        ('{"a": 1, # why\n"b": 1}', 1, 10, "a comment"),
        ('{"a": 1 /* why */}', 1, 9, "a comment"),
        ('```json\n{"a": 1}\n```', 1, 1, "a ``` fence"),
        ('{"a": 1}\n```', 2, 1, "a ``` fence"),
        ("curl -X POST https://host -d '{}'", 1, 1, "a command"),
        ('\ufeff\ufeff{"a": 1}', 1, 1, "a second byte order mark"),
        ('{"a": 1,\n "a": 2}', 2, 2, "the key 'a' stands there twice"),
        ('{"x": {"a": 1}, "x.a": 3,\n"x": 1}', 2, 1, "the key 'x' stands there twice"),
        ('{"a": True}', 1, 7, "True is written true"),
        ('{"a": None}', 1, 7, "None is written null"),
        ("{a: 1}", 1, 2, "the key a stands without quotation marks"),
        ('{"a": x}', 1, 7, "x is no value"),
        ('{"a": }', 1, 7, "a value is missing"),
        ('{"a": 1\n', 2, 1, "the file ends too early"),
        ('{"a": "x', 1, 7, "no closing quotation mark"),
        ('{"a": "x\n"}', 1, 9, "over the end of its line"),
        ('{"a": "x\ty"}', 1, 9, "(U+0009)"),
        ('{"a" 1}', 1, 6, "a colon is missing"),
        ('{"a": 1 "b": 2}', 1, 9, "a comma or a closing bracket is missing"),
        ('{"a": 1;\n"b": 2}', 1, 8, "; stands where JSON has ,"),
        ('{"a" = 1}', 1, 6, "= stands where JSON has :"),
        ('{"a": {{b}}}', 1, 8, "a placeholder"),
        ('{"a": "\\d"}', 1, 8, "a backslash in a text is written twice"),
        ('{"a": 01}', 1, 8, "a number is written"),
        ('{"a": +1}', 1, 7, "a number is written"),
        ('{"a": 1}}', 1, 9, "after the end of the campaign"),
        ('"name": 1', 1, 7, "a campaign begins with {"),
        ("name: x", 1, 1, "a campaign begins with {"),
        ('{"a":\nNaN}', 2, 1, "NaN is no JSON value"),
        ('{"a":\n1e999}', 2, 1, "the number 1e999 is too large"),
        ("\n\n[]", 3, 1, "holds no JSON object"),
    ],
)
def test_a_mistake_is_what_a_person_did_and_where(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(FileError) as failed:
        parse_json(text.encode())
    assert failed.value.place == (line, column)
    assert said in str(failed.value)
    assert "Expecting" not in str(failed.value)


def test_bytes_of_another_encoding_have_a_place() -> None:
    with pytest.raises(FileError) as failed:
        parse_json(b'{\n"a": "caf\xe9"}')
    assert failed.value.place == (2, 10)


def test_every_key_and_item_has_its_place() -> None:
    text = '{\n  "a": {"b": [1, {"c": "x, y: {"}]},\n  "d\\u0065": 2\n}\n'
    json.loads(text)
    known = places(text)
    assert known == {
        "": (1, 1), "a": (2, 3), "a.b": (2, 9), "a.b[0]": (2, 15), "a.b[1]": (2, 18), "a.b[1].c": (2, 19),
        "de": (3, 3),
    }  # fmt: skip
    assert nearest_place("a.b[1].missing.deep", known) == (2, 18)
    assert nearest_place("missing", known) == (1, 1)

"""Two people compare what will be sent: eight characters, the same for the same content alone."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.fingerprint import LENGTH, LETTERS, content_hash, fingerprint, read

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda each: st.lists(each, max_size=3),
    max_leaves=5,
)
DOCUMENTS = st.dictionaries(st.text(max_size=5), VALUES, max_size=5)


@given(DOCUMENTS)
def test_the_layout_does_not_matter(document: dict[str, object]) -> None:
    again = json.loads(json.dumps(dict(reversed(document.items())), indent=3, ensure_ascii=False))
    assert fingerprint(again) == fingerprint(document)


@given(DOCUMENTS, DOCUMENTS)
def test_other_content_has_another(one: dict[str, object], other: dict[str, object]) -> None:
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (content_hash(one) == content_hash(other)) is same
    assert (fingerprint(one) == fingerprint(other)) is same


def test_values_that_look_alike_are_told_apart() -> None:
    assert len({fingerprint({"a": each}) for each in (1, "1", True, None, 1.0, [1], "１")}) == 7


def test_it_stays_what_it_is() -> None:
    """Two versions of the program must agree, on two machines."""
    assert fingerprint({"name": "Renewal calls June"}) == "A9LX-793K"


@pytest.mark.parametrize("typed", ["ACDE-3467", "acde3467", " acde 3467 ", "ACDE–3467", "ac-de-34-67"])
def test_it_is_read_as_people_write_it(typed: str) -> None:
    assert read(typed) == "ACDE-3467"


@pytest.mark.parametrize(
    "typed", ["", "ACDE-346", "ACDE-34677", "ACDE-3460", "ACDE-346I", "АCDE-3467", "\x1b[31m"]
)
def test_what_is_none_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"eight characters such as ACDE-3467"):
        read(typed)


def test_no_letter_is_taken_for_another() -> None:
    assert not set(LETTERS) & set("0O1I2Z5S8BQG")
    assert len(set(LETTERS)) == len(LETTERS)
    assert LENGTH == 8

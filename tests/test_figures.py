"""The gated figures of the house; ``python -m tests.figures`` prints them all."""

from pathlib import Path

import pytest

from tests.figures import Code, Figure, judgements, table

CODE = Code()
TWO_MEANINGS = {"Choice"}
"""The public classes and constants that mean one thing here and another there; the aim is five at most."""


@pytest.mark.parametrize(
    "figure",
    [figure for figure in CODE.figures() if figure.gated],
    ids=lambda figure: figure.name.replace(" ", "-"),
)
def test_the_gate_holds(figure: Figure) -> None:
    assert figure.is_met, "\n".join([f"{figure.name}: {figure.count}, aim {figure.aim}", *figure.found])


def test_a_name_with_two_meanings_is_a_listed_exception() -> None:
    assert {each.partition(":")[0] for each in CODE.two_meanings().found} == TWO_MEANINGS


def test_a_field_is_judged_once_from_enter_to_outcome() -> None:
    figure = judgements()
    assert figure.count == figure.aim == 1, figure.found


def test_what_is_counted(tmp_path: Path) -> None:
    """A house with one of each, so that a gate that counts nothing is seen."""
    files = {
        "loose.py": "LIMIT = 1\nclass Session:\n    a: int\n    b: int = 2\n",
        "campaign/fields.py": "A = Field()\nB = Field()\nOTHER = 1\nif x is A:\n    pass\n",
        "screen/app.py": (
            "LIMIT = 2\n_OWN = 3\n"
            "class Base(App[None]): pass\nclass WizardApp(Base): pass\n"
            "def f(field):\n    import os\n    def g():\n        from os import path\n"
            "    if field is A or field.key in (B.key, 1) or field == other:\n        pass\n"
            "    match field:\n        case fields.B:\n            pass\n"
        ),
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / "tui" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    figures = list(Code(tmp_path).figures())
    assert [figure.count for figure in figures] == [22, 1, 2, 1, 3, 2, 1]
    assert figures[3].found == ("LIMIT: loose.py, screen/app.py",)
    assert "| imports inside functions | 2 | 60, gated |  |" in table(figures)

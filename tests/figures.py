"""The figures of the house, read off the code itself: ``python -m tests.figures`` prints them beside their aims.

With the folder of another checkout as its argument it counts that one, but for what only a run can tell.
"""

import ast
import asyncio
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from tui.campaign.fields import Api, Field
from tui.campaign.kinds.kind import FieldKind
from tui.campaign.problems import Problem

CHECKOUT = Path(__file__).parent.parent


class Figure(NamedTuple):
    """``found`` names what was counted, where the listing is short enough to be of use; ``aim`` None: no aim."""

    name: str
    count: int
    aim: int | None = None
    gated: bool = False
    found: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        return self.aim is None or self.count <= self.aim


class Code:
    """The modules of one checkout, parsed."""

    def __init__(self, checkout: Path = CHECKOUT) -> None:
        self.root = checkout / "tui"
        self.texts = {path: path.read_text() for path in sorted(self.root.rglob("*.py"))}
        self.trees = {path: ast.parse(text) for path, text in self.texts.items()}

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.root))

    def lines(self) -> Figure:
        styles = [path.read_text() for path in self.root.rglob("*.tcss")]
        count = sum(len(text.splitlines()) for text in [*self.texts.values(), *styles])
        return Figure("lines in `tui/`", count)

    def loose(self) -> Figure:
        found = tuple(path.name for path in self.texts if path.parent == self.root)
        return Figure("loose modules at the root", len(found), 3, True, found)

    def late_imports(self) -> Figure:
        per_file = Counter({self.name(path): _late_imports(tree) for path, tree in self.trees.items()})
        found = tuple(f"{name} {count}" for name, count in per_file.most_common() if count)
        return Figure("imports inside functions", per_file.total(), 60, True, found)

    def two_meanings(self) -> Figure:
        places = defaultdict(list)
        for path, tree in self.trees.items():
            for name in _public_names(tree):
                places[name].append(self.name(path))
        found = tuple(f"{name}: {', '.join(each)}" for name, each in places.items() if len(each) > 1)
        return Figure("public classes and constants with two meanings", len(found), 5, True, found)

    def special_cases(self) -> Figure:
        fields = _fields(self.trees[self.root / "campaign" / "fields.py"])
        found = tuple(
            f"{self.name(path)}:{node.lineno} {ast.unparse(node)}"
            for path, tree in self.trees.items()
            if not path.is_relative_to(self.root / "campaign")
            for node in _identity_tests(tree, fields)
        )
        return Figure("special cases by field identity outside `campaign/`", len(found), 3, True, found)

    def session_fields(self) -> Figure:
        session = self._classes()["Session"]
        found = tuple(node.target.id for node in session.body
                      if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name))  # fmt: skip
        return Figure("fields of the session", len(found), 8, found=found)

    def classes_under_the_app(self) -> Figure:
        classes, found, left = self._classes(), list[str](), ["WizardApp"]
        while left:
            bases = [_last_name(base) for base in classes[left.pop()].bases]
            own = [name for name in bases if name in classes and name not in found]
            found += own
            left += own
        return Figure("own classes under the app", len(found), 1, found=tuple(found))

    def _classes(self) -> dict[str, ast.ClassDef]:
        nodes = (node for tree in self.trees.values() for node in ast.walk(tree))
        return {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}

    def figures(self) -> Iterator[Figure]:
        """Every figure that can be told without running anything."""
        yield self.lines()
        yield self.loose()
        yield self.late_imports()
        yield self.two_meanings()
        yield self.special_cases()
        yield self.session_fields()
        yield self.classes_under_the_app()


def _late_imports(tree: ast.AST, *, inside: bool = False) -> int:
    """Import statements within a function, each counted once."""
    if isinstance(tree, ast.Import | ast.ImportFrom):
        return int(inside)
    inside = inside or isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef)
    return sum(_late_imports(node, inside=inside) for node in ast.iter_child_nodes(tree))


def _public_names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found = [node.name]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
            found = [name for name in names if name.isupper()]
        else:
            continue
        yield from (name for name in found if not name.startswith("_"))


def _fields(tree: ast.Module) -> set[str]:
    """The names of the field constants: those that are made by ``Field(…)``."""
    return {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and _last_name(node.value.func) == "Field"
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _identity_tests(tree: ast.AST, fields: set[str]) -> Iterator[ast.expr]:
    """Comparisons with a field constant, its key or its path, also in a ``match``."""

    def names_a_field(node: ast.AST) -> bool:
        if isinstance(node, ast.Attribute) and node.attr in {"key", "path"}:
            node = node.value
        if isinstance(node, ast.Tuple | ast.Set | ast.List):
            return any(names_a_field(each) for each in node.elts)
        if isinstance(node, ast.Attribute) and _last_name(node.value) != "fields":
            return False
        return isinstance(node, ast.Name | ast.Attribute) and _last_name(node) in fields

    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(map(names_a_field, [node.left, *node.comparators])):
            yield node
        elif isinstance(node, ast.MatchValue) and names_a_field(node.value):
            yield node.value


def _last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Subscript):
        return _last_name(node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def judgements() -> Figure:
    """How often a field is judged, at most, from Enter on Submit to the outcome on the screen."""
    from tests.screen.steps.conftest import READY, opened, practising

    counts: Counter[str] = Counter()

    async def run() -> None:
        async with opened(practising()) as wizard:
            await wizard.wait_for("127.0.0.1:")
            await wizard.go("Submit")
            await wizard.wait_for(READY)
            with _counted(counts):
                wizard.session.draft.description = (
                    "Changed right before"  # a revision that nothing has read yet
                )
                await wizard.create()
                await wizard.wait_for("\n  ACCEPTED ")

    asyncio.run(run())
    found = tuple(f"{key} {count}" for key, count in counts.most_common())
    return Figure(
        "judgements of a field from Enter to outcome", max(counts.values(), default=0), 1, True, found
    )


@contextmanager
def _counted(counts: Counter[str]) -> Iterator[None]:
    """Count what judges one value of a field, by the key of the field."""
    judge = FieldKind.judge

    def counting(kind: FieldKind, field: Field, value: Any, api: Api) -> list[Problem]:
        counts[field.key] += 1
        return judge(kind, field, value, api)

    with patch.object(FieldKind, "judge", counting):
        yield


def table(figures: list[Figure]) -> str:
    """The figures as README writes tables."""
    rows = ["| | now | aim | |", "|---|--:|--:|---|"]
    for each in figures:
        aim = "" if each.aim is None else f"{each.aim:,}{', gated' if each.gated else ''}"
        rows.append(f"| {each.name} | {each.count:,} | {aim} | {'' if each.is_met else 'OVER'} |")
    return "\n".join(rows)


def main(arguments: list[str]) -> None:
    code = Code(Path(arguments[0])) if arguments else Code()
    figures = [*code.figures(), *([] if arguments else [judgements()])]
    print(table(figures))
    for each in figures:
        if not each.is_met:
            print(f"\n{each.name}:", *each.found, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])

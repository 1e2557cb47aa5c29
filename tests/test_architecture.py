"""The rules of the house, read off the code itself."""

import ast
import functools
import json
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
MODULES = sorted((CHECKOUT / "tui").rglob("*.py"))
LOWER = {"kore", "storage", "credentials", "practice", "campaign"}
ALLOWED = {
    "base": set(),
    "campaign": set(),
    "kore": {"campaign"},
    "storage": {"campaign"},
    "credentials": {"storage", "kore.connection", "campaign"},
    "practice": {"campaign.fields"},
    "workflow": LOWER,
    "screen": {"workflow", *LOWER},
    "plain": {"workflow", *LOWER},
    "bundle": set(),
    "commands": {"bundle", "workflow", *LOWER},
    "cli": {"commands", "kore", "credentials"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Which room may look into which others, besides itself and the base; what is not listed may not."""
FACES = {
    "commands/start.py": {"plain", "screen"},
    "commands/doctor.py": {"screen.runtime"},
}
"""The commands that start a face, or tell of one."""


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str:
    return path.relative_to(CHECKOUT / "tui").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_arrows_point_down(path: Path) -> None:
    own = room(path)
    faces = FACES.get(str(path.relative_to(CHECKOUT / "tui")), set())
    allowed = {f"tui.{name}" for name in {own, "base", "__version__", *ALLOWED[own], *faces}}
    for name in imports(path):
        if name.startswith("tui."):
            assert any(f"{name}.".startswith(f"{each}.") for each in allowed), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_one_subject_a_file(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 500


@pytest.mark.parametrize(
    ("library", "places"),
    [
        ("httpx", {"kore/client.py"}),
        ("truststore", {"kore/client.py"}),
        ("jwt", {"kore/hmac_jwt.py"}),
        ("phonenumbers", {"campaign/caller_id.py"}),
        ("platformdirs", {"storage/folders.py"}),
        ("textual", {"screen"}),
    ],
)
def test_each_library_has_its_place(library: str, places: set[str]) -> None:
    found = {
        str(path.relative_to(CHECKOUT / "tui"))
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert {"screen" if name.startswith("screen/") else name for name in found} == places


@functools.cache
def trees() -> dict[str, ast.Module]:
    return {str(path.relative_to(CHECKOUT / "tui")): ast.parse(path.read_text()) for path in MODULES}


def test_there_is_one_app() -> None:
    found = {
        node.name
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("App" in ast.unparse(base) for base in node.bases)
    }
    assert found == {"WizardApp"}


def test_no_handler_calls_the_one_of_its_base() -> None:
    """The toolkit calls the handlers of all classes by itself; ``on_event`` is none."""
    found = {
        (name, node.attr)
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("on_")
        and ast.unparse(node.value) == "super()"
    }
    assert found == {("screen/app.py", "on_event")}


def test_what_python_has_loaded_is_patched_in_one_place() -> None:
    found = {path for path in MODULES if "sys.modules[" in path.read_text()}
    assert found == {CHECKOUT / "tui/base/absent.py"}


def test_styles_are_beside_their_components() -> None:
    assert not list((CHECKOUT / "tui").rglob("*.tcss"))


def test_campaigns_are_pure() -> None:
    for path in (CHECKOUT / "tui" / "campaign").rglob("*.py"):
        assert not {name.split(".")[0] for name in imports(path)} & {
            "os",
            "socket",
            "subprocess",
            "pathlib",
            "textual",
            "httpx",
        }


def test_a_library_that_waits_is_loaded_in_one_place() -> None:
    """What no start pays for stands inside one function; the rooms above call that."""
    found = [
        (name.split(".")[0], path)
        for path, tree in trees().items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
        )
        if not name.startswith("tui")
    ]
    assert sorted(found) == [
        ("asyncio", "screen/runtime/startup.py"),
        ("cryptography", "kore/certificate.py"),
        ("difflib", "campaign/json_values.py"),
        ("filelock", "storage/files.py"),
        ("importlib", "campaign/zone_names.py"),
        ("phonenumbers", "campaign/caller_id.py"),
        ("pydantic", "base/secret_text.py"),
        ("tomlkit", "credentials/profile_text.py"),
    ]


def loaded_by(code: str) -> set[str]:
    """The top-level modules that ``code`` loads in a process of its own."""
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=CHECKOUT, timeout=60
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_first_screen_waits_for_nothing_it_does_not_show() -> None:
    loaded = loaded_by(
        "from tui.screen.runtime.startup import hasten\nhasten()\n"
        "import tui.commands.start, tui.screen.run, tui.screen.runtime.diff_driver.driver"
    )
    assert "textual.app" in loaded
    assert not loaded & {
        "httpx",
        "pydantic",
        "jwt",
        "phonenumbers",
        "keyring",
        "http.server",
        "tomllib",
        "argparse",
        "hashlib",
        "ssl",
        "_ssl",
        "tui.screen.steps.kept_drafts",
        "tui.credentials.places",
        "tui.credentials.profile_file",
        "tui.screen.steps.basics",
        "tui.screen.widgets.actions",
        "tui.screen.widgets.menu",
        "tui.campaign.kinds.kind",
        "tui.campaign.zones",
    }


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_help_and_version_load_nothing_heavy(flag: str) -> None:
    code = f"from tui.cli import main\ntry:\n    main(['{flag}'])\nexcept SystemExit:\n    pass"
    assert not loaded_by(code) & {
        "textual",
        "rich",
        "httpx",
        "pydantic",
        "keyring",
        "jwt",
        "platformdirs",
        "phonenumbers",
    }

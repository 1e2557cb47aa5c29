"""Makes the bundle file: all that is installed here, or the index's wheels for another host."""

import email
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui import __version__
from tui.bundle import install

try:
    from pip._vendor.packaging.requirements import Requirement
except ImportError:
    Requirement = None  # type: ignore[assignment, misc]

_PACKAGE = Path(__file__).parent.parent
_MAIN = "import sys\nfrom install import main\n\nsys.exit(main(sys.argv[0], sys.argv[1:]))\n"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class BundleError(Exception):
    """The bundle can't be made; the message says why."""


@dataclass(frozen=True, slots=True)
class TargetMachine:
    """What the file is for: ``python`` such as 3.12, ``platform`` such as manylinux_2_28_x86_64."""

    python: str
    platform: str

    @property
    def is_here(self) -> bool:
        """Whether the target is this host."""
        return self == HERE


HERE = TargetMachine(f"{sys.version_info[0]}.{sys.version_info[1]}", sysconfig.get_platform())


def build(host: TargetMachine, output: Path | None) -> Path:
    """Write the file for ``host`` and return its path.

    Raises:
        BundleError: a part of it is not to be had.
        OSError: it can't be written.
    """
    path = output or Path(f"kore-campaign-{__version__}-py{host.python}-{host.platform}.pyz")
    manifest = {"version": __version__, "python": host.python, "platform": host.platform}
    if host.is_here and (libc := platform.libc_ver())[0] == "glibc":
        manifest["glibc"] = libc[1] if _has_own_libraries() else ""
    begun = path.with_name(f".{path.name}.begun")
    try:
        _write(begun, host, manifest)
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
    return path


def _write(path: Path, host: TargetMachine, manifest: dict[str, str]) -> None:
    with path.open("wb") as file:
        file.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("__main__.py", _MAIN)
            packed.write(Path(install.__file__), "install.py")
            packed.writestr("manifest.json", json.dumps(manifest))
            for source in sorted(_PACKAGE.rglob("*")):
                if source.is_file() and "__pycache__" not in source.parts:
                    packed.write(source, f"site/tui/{source.relative_to(_PACKAGE).as_posix()}")
            if host.is_here:
                _pack_installed(packed)
            else:
                _pack_downloaded(packed, host)


def _has_own_libraries() -> bool:
    """Whether a compiled part was built on this machine, for its own C library, and not for all of them."""
    for name in _closure():
        wheel = importlib.metadata.distribution(name).read_text("WHEEL") or ""
        if re.search(r"^Tag: .*-linux_", wheel, re.M):
            return True
    return False


def _roots() -> list[str]:
    """The requirements of the program itself."""
    try:
        return importlib.metadata.requires("kore-campaign") or []
    except importlib.metadata.PackageNotFoundError:
        project = tomllib.loads((_PACKAGE.parent / "pyproject.toml").read_text())
        return list(project["project"]["dependencies"])


def _closure() -> list[str]:
    """Every distribution that is needed here, from what is installed."""
    found: dict[str, str] = {}
    todo = _roots()
    while todo:
        requirement = todo.pop()
        name = _name(requirement)
        if name in found or "extra ==" in requirement:
            continue
        try:
            more = importlib.metadata.requires(name)
        except importlib.metadata.PackageNotFoundError:
            if ";" in requirement:
                continue  # for other hosts
            raise BundleError(f"{name} is not installed here") from None
        found[name] = requirement
        todo += more or []
    return sorted(found)


def _pack_installed(packed: zipfile.ZipFile) -> None:
    for name in _closure():
        files = importlib.metadata.files(name)
        if files is None:
            raise BundleError(f"{name} does not say which files it has")
        for each in files:
            inside = each.as_posix()
            if not inside.startswith("..") and "__pycache__" not in inside and each.locate().exists():  # type: ignore[attr-defined]
                packed.write(str(each.locate()), f"site/{inside}")


def _pack_downloaded(packed: zipfile.ZipFile, host: TargetMachine) -> None:
    """Take the wheels for another host, each in the version that is installed here."""
    with tempfile.TemporaryDirectory() as folder:
        for wheel in _wheels(Path(folder), host):
            with zipfile.ZipFile(wheel) as parts:
                for name in parts.namelist():
                    inside = re.sub(r"^[^/]+\.data/(?:purelib|platlib)/", "", name)
                    if not name.endswith("/") and ".data/" not in inside:
                        packed.writestr(f"site/{inside}", parts.read(name))


def _wheels(folder: Path, host: TargetMachine) -> Iterator[Path]:
    if Requirement is None:
        raise BundleError("building for another host needs pip; installing does not")
    target = {
        "python_version": host.python, "python_full_version": f"{host.python}.0", "extra": "",
        "sys_platform": {"linux": "linux", "macosx": "darwin"}.get(install.machine(host.platform)[0], "win32"),
        "platform_machine": install.machine(host.platform)[1], "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }  # fmt: skip
    seen: set[str] = set()
    todo = _roots()
    while todo:
        wanted = Requirement(todo.pop())
        name = _name(wanted.name)
        if name in seen or (wanted.marker and not wanted.marker.evaluate(target)):
            continue
        seen.add(name)
        wheel = _download(_pinned(name, str(wanted.specifier)), folder / name, host)
        with zipfile.ZipFile(wheel) as parts:
            metadata = next(each for each in parts.namelist() if each.endswith(".dist-info/METADATA"))
            todo += email.message_from_bytes(parts.read(metadata)).get_all("Requires-Dist", [])
        yield wheel


def _pinned(name: str, specifier: str) -> str:
    try:
        return f"{name}=={importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:
        return name + specifier


def _download(requirement: str, folder: Path, host: TargetMachine) -> Path:
    command = [
        sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:",
        "--python-version", host.python, "--dest", str(folder), requirement,
    ]  # fmt: skip
    for tag in tags(host.platform):
        command += ["--platform", tag]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    wheels = list(folder.glob("*.whl")) if folder.exists() else []
    if done.returncode or len(wheels) != 1:
        last = (done.stderr.strip().splitlines() or ["no wheel came"])[-1]
        raise BundleError(f"there is no {requirement} for Python {host.python} on {host.platform}: {last}")
    return wheels[0]


def tags(platform: str) -> list[str]:
    """The tags of wheels that run on ``platform``: a Linux takes those for every older C library too.

    A bare ``linux-x86_64`` is taken as glibc 2.28, which Debian 10 and RHEL 8 have.
    """
    tag = re.sub(r"[-.]", "_", platform)
    found = re.fullmatch(r"(?:manylinux_2_(\d+)|manylinux(2014)|linux)_(.+)", tag)
    if not found:
        return [tag]
    newest = int(found[1]) if found[1] else 17 if found[2] else 28
    older = [f"manylinux_2_{minor}_{found[3]}" for minor in range(newest, 4, -1)]
    return [*older, *(f"manylinux{name}_{found[3]}" for name in ("2014", "2010", "1"))]


def _name(requirement: str) -> str:
    found = _NAME.match(requirement)
    return re.sub(r"[-_.]+", "-", found[0] if found else requirement).lower()

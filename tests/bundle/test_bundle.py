"""The one file installs on a bare Python without pip and without a network."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui.bundle import install
from tui.bundle.build import HERE, BundleError, TargetMachine, build, tags
from tui.cli import main

OFFLINE = {"PIP_NO_INDEX": "1", "https_proxy": "http://127.0.0.1:1", "http_proxy": "http://127.0.0.1:1"}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(HERE, tmp_path_factory.mktemp("bundle") / "kore-campaign.pyz")


def bare(folder: Path) -> Path:
    """A virtual environment with nothing in it, not even pip."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    return folder / "bin" / "python"


def run(*words: object) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | OFFLINE
    return subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, env=environment, check=False
    )


def test_installed_into_a_bare_environment_it_runs_compiled(bundle: Path, tmp_path: Path) -> None:
    python = bare(tmp_path / "bare")
    done = run(python, bundle)
    assert (done.returncode, done.stderr) == (0, "")
    command = tmp_path / "bare" / "bin" / "kore-campaign"
    assert str(command) in done.stdout
    checked = run(command, "example", "progressive")
    assert json.loads(checked.stdout)["dialingMode"] == "Progressive"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    assert list((Path(site) / "textual" / "__pycache__").glob("app.*.pyc"))
    assert list((Path(site) / "tui" / "__pycache__").glob("cli.*.pyc"))
    with Terminal((str(command), "--practice"), env={"PYTHONPATH": ""}) as terminal:
        terminal.wait_for("127.0.0.1:")


def test_without_an_environment_it_makes_one(bundle: Path, tmp_path: Path) -> None:
    base = Path(sys.base_prefix) / "bin" / f"python{HERE.python}"
    done = run(base, "-I", bundle, tmp_path / "here")
    assert (done.returncode, done.stderr) == (0, "")
    assert run(tmp_path / "here/bin/kore-campaign", "--version").stdout.startswith("kore-campaign ")


@pytest.mark.parametrize(
    ("host", "said"),
    [
        (TargetMachine("3.99", HERE.platform), "Python 3.99, and this is Python"),
        (TargetMachine(HERE.python, "manylinux_2_28_riscv"), "manylinux_2_28_riscv, and this is"),
    ],
)
def test_on_another_host_it_says_so(bundle: Path, tmp_path: Path, host: TargetMachine, said: str) -> None:
    other = tmp_path / "other.pyz"
    with zipfile.ZipFile(bundle) as source, zipfile.ZipFile(other, "w") as target:
        for name in ("__main__.py", "install.py"):
            target.writestr(name, source.read(name))
        target.writestr(
            "manifest.json", json.dumps({"version": "1", "python": host.python, "platform": host.platform})
        )
    done = run(sys.executable, other, tmp_path / "nowhere")
    assert done.returncode == 2
    assert said in done.stderr
    assert f"--python {HERE.python} --platform {sysconfig.get_platform()}" in done.stderr
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("linux-x86_64", ("linux", "x86_64")),
        ("manylinux_2_28_x86_64", ("linux", "x86_64")),
        ("manylinux2014_aarch64", ("linux", "aarch64")),
        ("macosx_11_0_arm64", ("macosx", "arm64")),
    ],
)
def test_platform_tags(tag: str, found: tuple[str, str]) -> None:
    assert install.machine(tag) == found


def test_for_another_host_without_an_index_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in OFFLINE.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BundleError, match=r"3\.99"):
        build(TargetMachine("3.99", "manylinux_2_28_aarch64"), tmp_path / "x.pyz")
    assert main(["bundle", "--python", "3.99", "--output", str(tmp_path / "x.pyz")]) == 1
    assert "no file was made" in capsys.readouterr().err
    assert list(tmp_path.glob("*.pyz")) == []


def test_a_linux_takes_wheels_for_every_older_one() -> None:
    assert tags("manylinux_2_17_x86_64")[0] == "manylinux_2_17_x86_64"
    assert "manylinux2014_aarch64" in tags("linux-aarch64")
    assert "manylinux_2_28_aarch64" in tags("linux-aarch64")
    assert "manylinux_2_28_x86_64" not in tags("manylinux2014_x86_64")
    assert tags("macosx_11_0_arm64") == ["macosx_11_0_arm64"]

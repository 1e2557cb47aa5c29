"""The installer inside the one file: runs on bare Python, imports nothing but the standard library.

It is written for old Pythons too, so that those can say that they are too old.
"""

import argparse
import compileall
import json
import os
import platform
import shutil
import stat
import sys
import sysconfig
import venv  # part of the standard library; only its pip is missing on a bare Debian
import zipfile
from typing import Dict, List, Optional, Tuple

COMMAND = "kore-campaign"
_SITE = "site/"


def main(bundle: str, argv: List[str]) -> int:
    """Install from the zip file ``bundle``; returns the exit code."""
    with zipfile.ZipFile(bundle) as packed:
        manifest = json.loads(packed.read("manifest.json").decode())
        parser = argparse.ArgumentParser(
            prog=os.path.basename(bundle),  # noqa: PTH119
            description="Installs kore-campaign {version} for Python {python} on {platform}.".format(
                **manifest
            ),
        )
        parser.add_argument(
            "target", nargs="?", help="a folder for it (default: ~/.local/share/kore-campaign)"
        )
        target = parser.parse_args(argv).target
        wrong = mismatch(manifest)
        if wrong:
            print("This file is for " + wrong + ". Build one for this host with: kore-campaign bundle "
                  "--python {}.{} --platform {}".format(*sys.version_info[:2], sysconfig.get_platform()),
                  file=sys.stderr)  # fmt: skip
            return 2
        return _install(packed, manifest, target)


def mismatch(manifest: Dict[str, str]) -> str:
    """What this host is not, as the end of a sentence; empty where the file fits."""
    here = "{}.{}".format(*sys.version_info[:2])
    if here != manifest["python"]:
        return "Python {}, and this is Python {}".format(manifest["python"], here)
    if machine(sysconfig.get_platform()) != machine(manifest["platform"]):
        return "{}, and this is {}".format(manifest["platform"], sysconfig.get_platform())
    wanted, libc = manifest.get("glibc"), platform.libc_ver()
    if wanted and libc[0] == "glibc" and _numbers(libc[1]) < _numbers(wanted):
        return f"glibc {wanted} and later, and this is glibc {libc[1]}"
    return ""


def machine(tag: str) -> Tuple[str, str]:
    """System and processor of a platform tag: ``manylinux_2_28_x86_64`` and ``linux-x86_64`` are the same."""
    tag = tag.replace("-", "_").replace(".", "_")
    system = tag.split("_")[0].rstrip("0123456789")
    processor = next((each for each in ("x86_64", "aarch64", "arm64", "armv7l", "ppc64le", "s390x", "i686", "amd64")
                      if tag.endswith(each)), tag)  # fmt: skip
    return ("linux" if system in ("manylinux", "linux") else system, processor)


def _numbers(version: str) -> Tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])


def _install(packed: zipfile.ZipFile, manifest: Dict[str, str], target: Optional[str]) -> int:
    is_environment = sys.prefix != sys.base_prefix
    if target is None and is_environment:
        target, python = sys.prefix, sys.executable
    else:
        target = os.path.abspath(target or os.path.expanduser("~/.local/share/kore-campaign"))  # noqa: PTH100, PTH111
        venv.create(target, with_pip=False, symlinks=os.name != "nt", clear=False)
        python = os.path.join(target, "bin", "python")  # noqa: PTH118
    site = sysconfig.get_path("purelib", vars={"base": target, "platbase": target}, scheme="posix_prefix")
    version = "python{}.{}".format(*sys.version_info[:2])
    if not os.path.isdir(site):  # noqa: PTH112
        site = os.path.join(target, "lib", version, "site-packages")  # noqa: PTH118
    shutil.rmtree(os.path.join(site, "tui"), ignore_errors=True)  # noqa: PTH118
    for name in packed.namelist():
        if name.startswith(_SITE) and not name.endswith("/"):
            path = os.path.join(site, *name[len(_SITE) :].split("/"))  # noqa: PTH118
            if not os.path.abspath(path).startswith(os.path.abspath(site) + os.sep):  # noqa: PTH100
                raise ValueError("a name in the file leads out of its folder")
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(packed.read(name))
    compileall.compile_dir(site, quiet=2)
    command = os.path.join(target, "bin", COMMAND)  # noqa: PTH118
    with open(command, "w") as file:  # noqa: PTH123
        file.write(f"#!{python}\nimport sys\n\nfrom tui.cli import main\n\nsys.exit(main())\n")
    mode = stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH
    os.chmod(command, mode)  # noqa: PTH101
    print("kore-campaign {} is installed, compiled: {}".format(manifest["version"], command))
    return 0

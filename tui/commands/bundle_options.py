"""What the command line says about the one file that installs the program elsewhere; parses only."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add_bundle(commands: Any, add: Callable[..., Any]) -> None:
    """Add ``bundle`` to ``commands``."""
    bundle = add(commands, "bundle", "make one file that installs this where there is no internet", _run)
    bundle.add_argument("--output", type=Path, metavar="FILE", help="default: named after version and host")
    bundle.add_argument("--python", metavar="3.N", help="for another Python (needs pip and an index here)")
    bundle.add_argument(
        "--platform", metavar="TAG", help="for another platform, such as manylinux_2_28_aarch64"
    )


def _run(arguments: argparse.Namespace) -> int:
    from tui.commands import bundle

    return bundle.run(arguments.output, arguments.python, arguments.platform)

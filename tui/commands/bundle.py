"""``kore-campaign bundle``: one file that installs the program where there is no internet."""

import argparse
from pathlib import Path

from tui.base.console import put, say
from tui.bundle.build import HERE, BundleError, TargetMachine, build


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: named after version and host")
    parser.add_argument("--python", metavar="3.N", help="for another Python (needs pip and an index here)")
    parser.add_argument(
        "--platform", metavar="TAG", help="for another platform, such as manylinux_2_28_aarch64"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the file for this host, or for the one that is named; prints its path."""
    host = TargetMachine(arguments.python or HERE.python, arguments.platform or HERE.platform)
    try:
        path = build(host, arguments.output)
    except (BundleError, OSError) as failed:
        say(f"kore-campaign: no file was made: {failed}.")
        return 1
    say(f"On a host with Python {host.python} ({host.platform}): python3 {path.name}")
    put(str(path), once=True)
    return 0

"""What the command line says about the one file that installs the program elsewhere; parses only."""

import argparse


def fill(bundle: argparse.ArgumentParser) -> None:
    """Give ``bundle`` its options."""
    from pathlib import Path  # not to be paid for by other commands

    bundle.add_argument("--output", type=Path, metavar="FILE", help="default: named after version and host")
    bundle.add_argument("--python", metavar="3.N", help="for another Python (needs pip and an index here)")
    bundle.add_argument(
        "--platform", metavar="TAG", help="for another platform, such as manylinux_2_28_aarch64"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make it."""
    from tui.commands import bundle

    return bundle.run(arguments.output, arguments.python, arguments.platform)

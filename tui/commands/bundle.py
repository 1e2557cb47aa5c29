"""``kore-campaign bundle``: one file that installs the program where there is no internet."""

from pathlib import Path

from tui.base.console import put, say
from tui.bundle.build import HERE, BundleError, TargetMachine, build


def run(output: Path | None, python: str | None, platform: str | None) -> int:
    """Make the file for this host, or for the one that is named; prints its path."""
    host = TargetMachine(python or HERE.python, platform or HERE.platform)
    try:
        path = build(host, output)
    except (BundleError, OSError) as failed:
        say(f"kore-campaign: no file was made: {failed}.")
        return 1
    say(f"On a host with Python {host.python} ({host.platform}): python3 {path.name}")
    put(str(path), once=True)
    return 0

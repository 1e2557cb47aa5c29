"""What runs before a change lands hides nothing behind a variable of the machine it runs on."""

import re
from pathlib import Path

RUN = (Path(__file__).parent.parent / ".ci" / "run").read_text()


def test_the_suite_runs_in_an_environment_made_from_nothing() -> None:
    command = re.search(r"env -i ([^$]*(?:\$\w+[^$]*)*?) \"\$@\"", RUN.replace("\\\n", " "))
    assert command is not None
    assert re.findall(r"\b([A-Z_]+)=", command[1]) == ["HOME", "TESTS_MUST_NOT_SKIP", "LANG", "PATH"]

"""The plain questions, answered from a text; what they say, read as a person hears it."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from tui.plain.console import Console, EndOfAnswersError
from tui.plain.wizard import PlainWizard
from tui.practice.server import start
from tui.workflow.access import Destination
from tui.workflow.session import Session

BASICS = ["Renewal calls June", "Reminds customers", "5", "progressive"]
LISTS = ["Buyers Q2", ""]
STRATEGY = ["Default Queue", "+15101234567", "fifo", "3", "10", "30"]
HOURS = ["Asia/Kolkata", "weekly", "Mo-Fr 09:00-18:00"]
CAMPAIGN = ["practice", "v1", *BASICS, *LISTS, *STRATEGY, *HOURS]
"""A campaign that nothing is wrong with, from the first question to the review."""
CREATE = "campaignType="
"""What only the address of a create holds."""


def heard(text: str) -> str:
    """What is left where blanks are collapsed and every escape sequence is dropped."""
    text = re.sub(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-_])", "", text)
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


@dataclass
class Told:
    """What a walk said, and whether its answers ran out."""

    text: str
    session: Session
    ran_out: bool

    def in_order(self, *wanted: str) -> None:
        """Assert that all of it was said, one after the other."""
        at, text = 0, heard(self.text)
        for each in wanted:
            found = text.find(each, at)
            assert found >= 0, f"{each!r} was not said after {text[:at][-80:]!r}:\n{text}"
            at = found + len(each)


@dataclass
class Teller:
    """Walks through the questions with answers of its own."""

    log: Path
    sessions: list[Session] = field(default_factory=list)

    def creates(self) -> int:
        """How many creates the practice platforms got."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        paths = [each["path"] for each in map(json.loads, lines) if each["method"] == "POST"]
        return sum(CREATE in path for path in paths)

    def __call__(
        self,
        answers: list[str],
        session: Session | None = None,
        *,
        is_person: bool = False,
        is_ascii: bool = False,
        secret: str = "",
        trouble: str = "",
        fault: str = "",
    ) -> Told:
        session = session or Session()
        self.sessions.append(session)
        out = io.StringIO()
        talk = Console(
            io.StringIO("".join(f"{answer}\n" for answer in answers)),
            out,
            is_person=is_person,
            is_ascii=is_ascii,
            no_echo=lambda prompt, shown: (shown.write(prompt), secret)[1],
        )
        ran_out = False
        try:
            wizard = PlainWizard(
                session, talk, partial(_start_practice, self.log, fault), lambda _step, _key: trouble
            )
            wizard.run()
        except EndOfAnswersError:
            ran_out = True
        return Told(out.getvalue(), session, ran_out)


@pytest.fixture
def tell(tmp_path: Path) -> Iterator[Teller]:
    teller = Teller(tmp_path / "requests.log")
    yield teller
    for session in teller.sessions:
        if session.access.practice:
            session.access.practice.close()


def _start_practice(log: Path, fault: str, session: Session) -> str:
    if session.place is Destination.PRACTICE and session.access.practice is None:
        session.access.practice = start(log=log, fault=fault)
    return ""

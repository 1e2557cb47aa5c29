"""``kore-campaign check``: what is wrong or unwise in campaign files. No network."""

from dataclasses import dataclass

from tui.base.console import put, put_json, say
from tui.base.text import plural
from tui.campaign.fields import Api
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import Problem, error, is_valid
from tui.commands.problems import as_json, as_text
from tui.kore.verdicts import MEANINGS, Verdict
from tui.storage.files import FileError, load


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: for which version of the API it was read (None where it can't be), and its problems."""

    file: str
    api: Api | None
    problems: tuple[Problem, ...]

    @property
    def valid(self) -> bool:
        """Whether it has no error."""
        return is_valid(self.problems)


def run(files: list[str], api: Api | None, *, as_object: bool) -> int:
    """Check ``files`` and print their problems; returns 0 if all are valid, else 2."""
    checked = [check(file, api) for file in files]
    if as_object:
        put_json({"files": [_entry(each) for each in checked]})
    else:
        for each in checked:
            said = f"valid for {each.api}" if each.valid else "not valid"
            say(f"{each.file}: {said}, {plural(len(each.problems), 'problem')}.")
        if lines := [as_text(each.file, problem) for each in checked for problem in each.problems]:
            put("\n".join(lines))
    return 0 if all(each.valid for each in checked) else MEANINGS[Verdict.INVALID].exit_code


def check(file: str, api: Api | None) -> Checked:
    """Check one file; without ``api`` its shape decides for which version it is."""
    try:
        found = parse_campaign(load(file), api)
    except FileError as unreadable:
        return Checked(file, api, (error("", f"The file {unreadable}."),))
    return Checked(file, found.api, found.problems)


def _entry(checked: Checked) -> dict[str, object]:
    return {
        "file": checked.file,
        "valid": checked.valid,
        "api": checked.api,
        "problems": as_json(checked.problems),
    }

"""The review in plain lines: what stops the campaign, what it will do, and ways to put it right."""

import json
from dataclasses import dataclass, field

from tui.campaign import fingerprint, summary
from tui.campaign.fields import Section, for_path
from tui.campaign.kinds.choice import one_of
from tui.campaign.leftovers import give_up, standing
from tui.campaign.origin import in_words
from tui.campaign.problems import is_valid
from tui.plain import where, words
from tui.plain.console import Console
from tui.plain.questions import CONNECTION
from tui.workflow.picking import own_zones
from tui.workflow.saving import Saver, file_name
from tui.workflow.session import Session
from tui.workflow.week_ahead import week_ahead

BACK, REVIEW = "<", ">"
_STOPPED = "Review. A number goes to that problem, or a step's name, json, save NAME, ?:"
HELP = (
    "An empty answer goes on to Submit. A number goes to that problem, the name of a step to its questions, and "
    f"then back here. json shows the exact request, save and a name keep it as a file, {BACK} goes to the question "
    f"before. {words.WHERE_WORD} says how far you are, {words.LIST_WORD} tells all this again."
)
_PROMPT = "Review. Enter goes on, or a number, a step's name, json, save NAME, ?:"
DROP = "drop"
_DROP_OR_KEEP = f"The file says that. {DROP} leaves it out of what is sent, Enter keeps it:"
_PARTS = (CONNECTION, *Section)


@dataclass(frozen=True, slots=True)
class ReviewChoice:
    """Where to go from the review: back, on to Submit, or to the question or step called ``target``."""

    target: str = ""
    is_back: bool = False


@dataclass(slots=True)
class Review:
    """Asks where to go, as often as it takes."""

    session: Session
    talk: Console
    _told: tuple[object, ...] = ()
    _targets: list[str] = field(default_factory=list)
    _of_file: dict[int, str] = field(default_factory=dict)
    _saver: Saver = field(default_factory=lambda: Saver("The same answer again replaces it."))

    def way(self) -> ReviewChoice:
        """Say everything that was not said before, and return where the person wants to go.

        Raises:
            EndOfAnswersError: the input has ended.
        """
        self._tell_news()
        while True:
            answer = self.talk.ask(_PROMPT if self.session.can_send() else _STOPPED)
            word, _, rest = answer.partition(" ")
            if self._is_told_again(answer):
                continue
            if answer == BACK:
                return ReviewChoice(is_back=True)
            if not answer or answer == REVIEW:
                return ReviewChoice()
            if answer == "?":
                self.talk.say(HELP)
            elif answer.isdecimal() and 0 < int(answer) <= len(self._targets):
                if target := self._chosen(int(answer) - 1):
                    return ReviewChoice(target)
            elif answer.casefold() == "json":
                self.talk.show(json.dumps(self.session.document(), indent=2))
            elif word.casefold() == "save":
                self._save(rest.strip())
            elif (part := one_of(_PARTS, answer)) in _PARTS:
                return ReviewChoice(part)
            else:
                self.talk.say(f"Error: {answer} is none of these. ? explains.")

    def _chosen(self, at: int) -> str:
        """Where problem ``at`` leads to; nothing where it was dropped, or stays and no question asks for it."""
        if (path := self._of_file.get(at)) and self._drops(path):
            self._tell()
            return ""
        return self._targets[at]

    def _drops(self, path: str) -> bool:
        """Ask whether what the file says at ``path`` is left out; do it, or not."""
        if self.talk.ask(_DROP_OR_KEEP).casefold() != DROP:
            self.talk.say("It stays, and nothing can be sent as long as it does.")
            return False
        give_up(self.session.draft, path)
        self.talk.say("Dropped: it is not sent.")
        return True

    def _tell(self) -> None:
        session, talk = self.session, self.talk
        problems = sorted(session.problems(), key=lambda each: (not each.is_error, each.mark))
        talk.say(session.verdict())
        self._targets, self._of_file = [], {}
        of_file = [each.problem for each in standing(session.draft, session.api)]
        for sentence in session.access.problems():
            self._number("Error", CONNECTION, sentence, CONNECTION)
        for problem in problems:
            at = for_path(problem.field)
            kind = "Error" if problem.is_error else "Refused" if problem.is_refusal else "Look"
            if problem in of_file:
                self._of_file[len(self._targets)] = problem.field
            self._number(kind, at.title if at else problem.field, problem.with_place, at.key if at else "")
        if is_valid(problems):
            for sentence in summary.sentences(session.draft, session.api):
                talk.say(sentence)
            talk.say(fingerprint.sentence(session.checked().fingerprint or ""))
        if origin := session.campaign.origin:
            for sentence in in_words(origin, session.draft, session.api):
                talk.say(sentence)
        if said := own_zones(session):
            talk.say(said)
        if days := week_ahead(session):
            talk.show("\n".join(days))
        shown = {(problem.field, problem.message) for problem in problems}
        for problem in session.campaign.file_problems:
            if (problem.field, problem.message) in shown:
                continue
            talk.say(
                f"The file {session.campaign.file_name} itself had: {problem.field}: {problem.with_place}"
            )

    def _number(self, kind: str, title: str, message: str, target: str) -> None:
        self._targets.append(target)
        self.talk.say(f"{len(self._targets)}. {kind}: {title}: {message.removeprefix(f'{title}: ')}")

    def _is_told_again(self, answer: str) -> bool:
        """Whether ``answer`` asks how far one is, or to hear the review again; that is said then."""
        if answer.casefold() == words.WHERE_WORD:
            self.talk.say(f"{where.place('Review')} {self.session.verdict()}")
        elif answer.casefold() == words.LIST_WORD:
            self._tell()
        else:
            return False
        return True

    def _tell_news(self) -> None:
        """Tell everything; where all of it is as it was told last, only the verdict."""
        session = self.session
        now = (
            session.verdict(),
            *session.access.problems(),
            *session.problems(),
            json.dumps(session.document()),
        )
        if now == self._told:
            self.talk.say(
                f"{session.verdict()} All is as it was told before: {words.LIST_WORD} tells it again."
            )
            return
        self._told = now
        self._tell()

    def _save(self, name: str) -> None:
        """Write the campaign to a file; over another one only where that is asked for twice."""
        if not name:
            self.talk.say("Error: save needs a name, such as save june.json.")
            return
        text = json.dumps(self.session.document(), indent=2) + "\n"
        said, failed = self._saver.save(name, text, f"{file_name(self.session.draft.name)}.json")
        self.talk.say(f"Error: {said}" if failed else said)

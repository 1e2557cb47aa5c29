"""Through the questions: forward, back, to the review, to Submit. One engine for terminals and pipes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tui.base import secret_text
from tui.campaign.draft import Draft
from tui.kore import ready_token
from tui.plain.console import Console
from tui.plain.outcome import OutcomeDialog
from tui.plain.questions import Question, questions
from tui.plain.review import BACK, REVIEW, Review
from tui.plain.submit import submit
from tui.plain.unresolved import tell_doubts
from tui.plain.where import found, names, place, progress
from tui.plain.words import FIND_WORD, LIST_WORD, WHERE_WORD
from tui.workflow.access import Destination
from tui.workflow.choices import shown_name
from tui.workflow.help_text import explain
from tui.workflow.picking import read_names
from tui.workflow.session import Session

_SHORTLY, _WANTED = 2.0, 60.0
"""Seconds that a question waits for the names that are read for it, and that ``list`` does."""
GREETING = (
    "kore-campaign as plain questions. Enter keeps what stands in brackets, - empties it, ? explains, "
    f"{WHERE_WORD} says how far you are, {LIST_WORD} names what can be chosen, {FIND_WORD} WORD looks among it, "
    f"{BACK} goes to the question before, {REVIEW} to the review; \\ before an answer takes it as it stands. "
    "After an error Enter takes the last good answer. Ctrl+C leaves and keeps the draft."
)
_NOT_PIPED = (
    "The client secret is not asked for here, since piped answers must not hold one: it comes from the "
    "environment, from a file or file descriptor, or from a profile."
)


@dataclass(slots=True)
class PlainWizard:
    """Where one is.

    ``make_ready`` gets what the chosen place needs, such as the practice platform or the secret of a profile; it
    returns why it can't, or nothing. ``keep`` brings what was answered to the disk, with the step and the field one
    is at, in the same way.
    """

    session: Session
    talk: Console
    make_ready: Callable[[Session], str]
    keep: Callable[[str, str], str]
    at: int = 0
    _part: str = ""
    _jumped_to: str = ""
    _wrong_at: int = -1
    _good: str = ""
    _ready_for: tuple[str, str] = (Destination.NOWHERE, "")
    _trouble: str = ""
    _review: Review | None = None

    def run(self) -> None:
        """Ask everything until there is an outcome and nothing more is wanted, or the answers end.

        Raises:
            EndOfAnswersError: they ended before a confirmation.
        """
        self.talk.say(GREETING)
        if self.session.notice:
            self.talk.say(self.session.notice)
        self._be_ready()
        tell_doubts(self.session, self.talk, can_wait=True)
        while True:
            asked = questions(self.session)
            if self.at < len(asked):
                if self._read(asked[self.at], _SHORTLY):
                    asked = questions(self.session)
                self._ask(asked[self.at])
                self._end_jump()
                self._keep()
            elif self._reviewed() and self._submitted():
                return

    def _read(self, question: Question, seconds: float, *, again: bool = False) -> bool:
        """Begin to read the names that ``question`` is for, and wait for that a while; tell whether they came."""
        done = read_names(self.session, question.key, lambda: None, again=again)
        return done is not None and done.wait(seconds)

    # --- one question

    def _ask(self, question: Question) -> None:
        repeated = self._wrong_at == self.at
        self._enter(question.part)
        if question.fixed:
            self.talk.say(f"{question.in_full[:-1]}")
            self.at += 1
            return
        if question.is_secret:
            self._ask_secret(question)
            return
        if not repeated:
            for refused in filter(lambda each: each.is_refusal, question.problems()):
                self.talk.say(refused.message)
        answer = self.talk.ask(question.again(self._good) if repeated else question.in_full)
        match answer:
            case "?":
                self._explain(question)
            case _ if self._told_of_place(question, answer):
                pass
            case _ if answer == BACK:
                self._go_back()
            case _ if answer == REVIEW:
                self._leave_for_review(repeated=repeated)
            case "" if repeated and self._good:
                self._take(question, self._good)
            case "":
                self._judge(question)
            case "-":
                self._take(question, "")
            case _:
                self._answered(question, answer)

    def _leave_for_review(self, *, repeated: bool) -> None:
        if repeated:
            self.talk.say("Left as it is: the review names it.")
        self._jumped_to, self._wrong_at = "", -1
        self.at = len(questions(self.session))

    def _take(self, question: Question, answer: str) -> None:
        if self._wrong_at != self.at:
            self._good = "" if _is_wrong(question) else question.held
        is_picked = bool(answer) and answer in question.known
        if "\t" in answer and not question.takes_cells and not is_picked:
            answer = answer.replace("\t", " ")
            self.talk.say("Tabs became blanks.")
        was = len(questions(self.session))
        if is_picked:
            question.pick(answer)
        elif said := question.take(answer):
            self.talk.say(said)
        self._be_ready()
        asked = questions(self.session)
        if not answer and len(asked) < was:  # a name is off the list: the next one stands here now
            return
        self._judge(asked[self.at])

    def _judge(self, question: Question) -> None:
        """Say what is wrong or odd with what stands there; go on where nothing is wrong, else ask the same again."""
        for problem in question.problems():
            if not problem.is_refusal:  # said with the question
                self.talk.say(f"{'Error' if problem.is_error else 'Look'}: {problem.message}")
        if not _is_wrong(question):
            self._wrong_at = -1
            self.at += 1
        elif self._wrong_at == self.at:
            self.talk.say(f"An answer replaces it; {REVIEW} leaves it for the review.")
        else:
            self._wrong_at = self.at

    def _ask_secret(self, question: Question) -> None:
        if not self.talk.is_person:
            self.talk.say(f"{question.title}: {question.held}" if question.held else f"Error: {_NOT_PIPED}")
            self.at += 1
            return
        found = secret_text.read(self.talk.ask_secret(f"{question.in_full}"))
        typed = found.secret.get_secret_value()
        if typed == "?":
            self._explain(question)
        elif self._told_of_place(question, typed):
            pass
        elif typed == BACK:
            self._go_back()
        elif typed == REVIEW:
            self._leave_for_review(repeated=self._wrong_at == self.at)
        elif typed:
            self.session.connection.client_secret = found.secret
            self._say_of_secret(found.said)
            self.at += 1
        else:
            self._judge(question)

    def _say_of_secret(self, said: str) -> None:
        if said:
            self.talk.say(said)
        if token := self.session.connection.token:
            self.talk.say(ready_token.read(token).sentence(datetime.now(UTC)))

    def _explain(self, question: Question) -> None:
        known = explain(question.key)
        for paragraph in known.paragraphs if known else (question.about,):
            self.talk.say(paragraph)

    def _told_of_place(self, question: Question, answer: str) -> bool:
        """Whether ``answer`` asks how far one is, or which names exist; that is said then."""
        if question.is_word(answer, WHERE_WORD):
            said = progress(self.session, self.at)
        elif question.is_word(answer, LIST_WORD):
            if question.offered.hint or question.offered.why:
                self.talk.say(f"Reading {question.title.casefold()} …")
                self._read(question, _WANTED, again=True)
            said = names(self.session, self.at)
        elif (wanted := question.looked_for(answer)) is not None:
            said = found(question, wanted)
        else:
            return False
        for each in said:
            self.talk.say(each)
        return True

    def _answered(self, question: Question, answer: str) -> None:
        """Take what ``answer`` stands for, which is said where it is another word."""
        meant = question.meant(answer)
        if meant.casefold() != answer.removeprefix("\\").casefold():
            self.talk.say(f"Taken as {shown_name(meant)}.")
        if note := question.note(meant):
            self.talk.say(f"Look: {shown_name(meant)}: {note}.")
        self._take(question, meant)

    def _enter(self, part: str) -> None:
        if part != self._part:
            self._part = part
            self.talk.say(place(part))

    def _go_back(self) -> None:
        self._jumped_to, self._wrong_at = "", -1
        asked = questions(self.session)
        before = [at for at in range(self.at) if not asked[at].fixed]
        if before:
            self.at = before[-1]
        else:
            self.talk.say("This is the first question.")

    def _end_jump(self) -> None:
        """Back to the review once the question, or the step, that one jumped to is behind."""
        asked = questions(self.session)
        if self._jumped_to and self.at < len(asked):
            here = asked[self.at]
            if self._jumped_to not in {here.key, here.part}:
                self.at = len(asked)
        if self.at >= len(asked):
            self._jumped_to = ""

    def _be_ready(self) -> None:
        """Where another place or profile was chosen, get what it needs."""
        session = self.session
        chosen = (session.place, session.connection.profile)
        if chosen == self._ready_for:
            return
        self._ready_for = chosen
        if wrong := self.make_ready(session):
            self.talk.say(f"Error: {wrong}")

    def _keep(self) -> None:
        """Keep what was answered; a trouble is said as soon as it is there, and when it is another."""
        asked = questions(self.session)
        here = asked[self.at] if self.at < len(asked) else None
        trouble = self.keep(here.part if here else "Review", here.key if here else "")
        if trouble and trouble != self._trouble:
            self.talk.say(f"Error: the draft can't be kept: {trouble}. It is in memory only.")
        self._trouble = trouble

    # --- the last two steps

    def _reviewed(self) -> bool:
        self._enter("Review")
        self._review = self._review or Review(self.session, self.talk)
        way = self._review.way()
        if way.is_back:
            self._go_back()
        elif way.target:
            asked = questions(self.session)
            self.at = next(
                (at for at, each in enumerate(asked) if way.target in {each.key, each.part}), self.at
            )
            self._jumped_to, self._wrong_at = way.target, -1
        return not (way.is_back or way.target)

    def _submitted(self) -> bool:
        """Whether the walk is over: there is an outcome, and nobody wants to put anything right."""
        self._enter("Submit")
        self._part = "Submit"
        tell_doubts(self.session, self.talk, can_wait=False)
        sending = submit(self.session, self.talk)
        if sending is None:
            return False
        if OutcomeDialog(sending, self.talk, self.session).ends():
            return True
        if not self.session.draft.name:
            self._begin_again()
        return False

    def _begin_again(self) -> None:
        """Ask for the name of another campaign; of one like the last, only that is asked."""
        asked = questions(self.session)
        self.at = next(at for at, each in enumerate(asked) if each.key == "name")
        self._jumped_to, self._wrong_at = "" if self.session.draft == Draft() else "name", -1


def _is_wrong(question: Question) -> bool:
    return any(problem.is_error for problem in question.problems())

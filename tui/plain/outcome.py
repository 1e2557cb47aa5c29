"""What became of a create, in plain lines: the outcome, what can be known of it, and what to do then.

Where nobody knows, the platform's list is read before anything is asked. Nothing goes on by itself: whoever
wants to know more asks for it, and the end of the answers ends it.
"""

from dataclasses import dataclass

from tui.base.patience import saying
from tui.campaign.fields import for_path
from tui.kore import response_diff
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.plain import where, words
from tui.plain.console import Console, EndOfAnswersError
from tui.plain.unresolved import resolve
from tui.storage import intents
from tui.storage.receipts import found_campaign, found_words
from tui.workflow import messages
from tui.workflow.polling import Poller, status_of
from tui.workflow.session import Session
from tui.workflow.submission import Submission

_LONGEST_LOOK = 90.0
"""Seconds to wait for a look, which bounds itself; this is for one that does not."""
_HELP = {
    "l": "l reads the platform's list again",
    "c": "c notes that the campaign that was found is the one that was sent",
    "s": "s asks the platform for the campaign's status now",
    "r": "r goes back to the review, from which it can be sent again: the same campaign only after typed words",
    "n": "n begins another one like it, which needs another name",
    "e": "e begins an empty one",
    "": "Enter ends; what is known is on disk",
}


@dataclass(slots=True)
class OutcomeDialog:
    """Tells the outcome of ``sending`` and answers questions about it."""

    sending: Submission
    talk: Console
    session: Session
    _told: Outcome | None = None
    _status: Poller | None = None

    def ends(self) -> bool:
        """Tell all of it, then ask as often as it takes: True ends the walk, False goes back to the questions.

        What was accepted is not offered again: the session has another campaign then, which has no name yet.
        """
        while True:
            self._tell_news()
            try:
                answer = self.talk.ask(self._prompt(), may_repeat=True).casefold()
            except EndOfAnswersError:
                answer = ""
            match answer:
                case "":
                    self._tell_news()
                    return True
                case "r" | "n" | "e" if answer in self._ways():
                    self._tell_news()
                    self._begin(answer)
                    return False
                case "?":
                    self.talk.say("; ".join(_HELP[key] for key in (*self._keys(), *self._ways(), "")) + ".")
                case words.WHERE_WORD:
                    self.talk.say(where.place("Submit"))
                case "l" if "l" in self._keys():
                    self._look()
                case "c" if "c" in self._keys():
                    self._settle()
                case "s" if "s" in self._keys():
                    self._ask_status()
                case _:
                    self.talk.say(f"Error: {answer} is none of these. ? explains.")

    def _keys(self) -> tuple[str, ...]:
        """What can be asked for, besides the end and ways on."""
        if self._is_unknown():
            return ("l", "c") if self._found() else ("l",)
        return ("s",) if self._status else ()

    def _prompt(self) -> str:
        offered = {"l": "l reads the list again, ", "c": "c settles it, ", "s": "s asks for the status now, "}
        asks = "".join(offered[key] for key in self._keys())
        ways = (
            "n begins another like it, e an empty one" if self._is_accepted() else "r goes back to the review"
        )
        return f"Enter ends, {asks}{ways}:"

    def _ways(self) -> tuple[str, ...]:
        """What goes on to another create: never to the same where that was accepted."""
        return ("n", "e") if self._is_accepted() else ("r",)

    def _is_accepted(self) -> bool:
        return self._told is not None and self._told.verdict in {Verdict.ACCEPTED, Verdict.EXISTS}

    def _begin(self, way: str) -> None:
        if way == "n":
            self.session.begin_like(self.sending.document)
        elif way == "e":
            self.session.begin_empty()

    def _is_unknown(self) -> bool:
        told, doubted = self._told, self.sending.in_doubt
        return (
            told is not None
            and told.verdict is Verdict.UNKNOWN
            and doubted is not None
            and not self.session.submissions.is_settled(doubted)
        )

    def _found(self) -> str | None:
        """The id of the campaign that the looks found."""
        doubted = self.sending.in_doubt
        return found_campaign(intents.as_kept(doubted)) if doubted else None

    # --- telling

    def _tell_news(self) -> None:
        """Tell the outcome, once: an unknown one can still be replaced by an answer that comes late."""
        outcome = self.sending.outcome
        if outcome is None or outcome is self._told:
            return
        if self._told is not None:
            self.talk.say("An answer came after all:")
        self._told = outcome
        self.talk.say(f"{outcome.verdict}: {outcome.message}")
        if outcome.http_status:
            self.talk.say(f"The answer, HTTP {outcome.http_status}:")
            self.talk.show(outcome.answer or "(nothing in it)")
        for problem in outcome.problems:
            field = for_path(problem.field)
            self.talk.say(f"Error: {field.title if field else problem.field}: {problem.message}")
        if outcome.verdict is Verdict.ACCEPTED:
            self._tell_accepted(outcome)
        elif self._is_unknown():
            self._wait_for_look()

    def _tell_accepted(self, outcome: Outcome) -> None:
        found = messages.compared(self.sending)
        self.talk.say(response_diff.in_words(found))
        for each in response_diff.differences(found):
            self.talk.say(f"Look: {each.title}: sent {each.sent!r}, came back {each.came!r}.")
        self.talk.say(messages.NOBODY_MAY_OVERLOOK)
        self._status = status_of(self.sending, outcome)
        self.talk.say(messages.status_words(self._status, ""))

    # --- asking the platform

    def _look(self) -> None:
        self.sending.look()
        self._wait_for_look()

    def _wait_for_look(self) -> None:
        """Say what the platform's list has, once it was read; Ctrl+C waits no longer."""
        self.talk.say("Looking whether the platform's list has it …")
        try:
            with saying(
                self.talk.say, lambda: self.sending.look_waits.rstrip(".") or "Reading the platform's list"
            ):
                self.sending.wait_for_look(_LONGEST_LOOK)
        except KeyboardInterrupt:
            self.talk.say("Not waited for.")
        for sentence in messages.looked(self.sending):
            self.talk.say(sentence)
        if found := self._found():
            self.talk.say(f"{found_words(found)} c notes it.")
        if self.sending.is_listening:
            self.talk.say(messages.STILL_LISTENING)

    def _settle(self) -> None:
        """Note that the campaign that was found is the one that was sent."""
        if doubted := self.sending.in_doubt:
            resolve(self.session, self.talk, doubted, created=True)

    def _ask_status(self) -> None:
        """Ask once; Ctrl+C waits no longer."""
        if self._status is None:
            return
        try:
            with saying(self.talk.say, "Waiting for the status"):
                self._status.ask_once()
        except KeyboardInterrupt:
            self.talk.say("Not waited for.")
        self.talk.say(messages.status_words(self._status, ""))

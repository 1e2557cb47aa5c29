"""What the wizard is asked for. It is made from a command line, or without one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.base.idle import MINUTES
from tui.base.terminal import Terminal
from tui.kore.verdicts import TIMEOUT

if TYPE_CHECKING:
    from tui.credentials.resolve import ConnectionRequest
    from tui.practice.world import PracticeSetup


@dataclass(frozen=True, slots=True, repr=False)
class WizardOptions:
    """What is asked of one run of the wizard.

    ``terminal`` is what can be drawn; ``request`` says which connection to begin with. ``practice`` starts in the
    practice platform and reads no ``KORE_*``; ``fault`` names what goes wrong there, and ``setup`` says what exists
    (None: the usual). ``start_from`` names a campaign file to begin with, which may be incomplete or wrong, or a kept
    draft (``copy``: only a copy of it), and ``template`` a template. ``plain`` asks plain questions, as a terminal
    that can't draw gets them too. ``lock_after`` is how many minutes without a key it takes to cover the screen
    (0: never), ``timeout`` how many seconds the whole exchange of a create may take. ``mouse`` says whether the
    terminal is to report it (None: unless the line is a remote one). Without ``thin`` all is sent as the toolkit
    writes it. ``keys`` are those that a person chose, by binding id; ``notes`` say what of the environment and the
    config file was ignored.
    """

    terminal: Terminal
    request: "ConnectionRequest"
    practice: bool = False
    fault: str = ""
    setup: "PracticeSetup | None" = None
    start_from: str | None = None
    template: str | None = None
    copy: bool = False
    plain: bool = False
    lock_after: float = MINUTES
    timeout: float = TIMEOUT
    mouse: bool | None = None
    thin: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def names_work(self) -> bool:
        """Whether it is said what to begin with: practice, a file, draft or template, a profile, ``KORE_…``."""
        begun = self.start_from is not None or self.template is not None
        named = self.practice or begun or bool(self.request.profile)
        return named or self.request.environment.missing() is not None

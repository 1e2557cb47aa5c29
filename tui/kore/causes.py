"""Why a request did not do what it was meant to. Imports nothing heavy."""

from enum import StrEnum


class Cause(StrEnum):
    """What went wrong, in the words of a test of the connection: the one enumeration for all requests."""

    NONE = ""
    NAME = "name not found"
    """The name of the host was not found."""
    UNREACHABLE = "not reachable"
    """Nothing listens at that address and port, or it can't be reached."""
    SLOW = "no answer in time"
    CERTIFICATE = "certificate"
    """The host's certificate is not trusted, or is for another name."""
    TLS = "no TLS"
    PROXY = "proxy"
    SETTINGS = "settings"
    """Something of this machine keeps any request from leaving."""
    APP = "wrong app"
    SECRET = "wrong secret"  # noqa: S105  no password
    CREDENTIALS = "wrong app or secret"
    TOKEN = "token can't be used"  # noqa: S105  no password
    REPLAY = "token used before"
    SCOPE = "scope missing"
    CLOCK = "clock"
    RATE = "too many requests"
    NOT_KORE = "not Kore.ai"
    """What came is no HTTP or not of the platform, or the line was closed too early."""
    ADDRESS = "unknown address"
    REFUSED = "refused"
    FAILING = "platform fails"
    STOPPED = "stopped"

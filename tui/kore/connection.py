"""A connection to the platform: its host, the account and app, the version of its API.

Pure: no network, no disk. ``kore/`` talks through a :class:`Connection`, ``credentials/`` finds it,
and the Connection step lets a person type it.
"""

import re
import socket
from dataclasses import dataclass, replace
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING, NamedTuple

from tui.base import secret_text
from tui.base.text import uncapitalised
from tui.campaign.modes import Api

if TYPE_CHECKING:
    from pydantic import SecretStr

KORE_DOMAIN = "kore.ai"
_PORTS = {"https": 443, "http": 80}
_THIS_MACHINE = {"127.0.0.1", "::1", "0.0.0.0", "::"}  # noqa: S104  nothing listens here
"""Addresses at which a connection reaches what listens on this machine under the name localhost."""
ALGORITHMS = ("HS256", "HS512")
"""How a token may be signed: the JWT app's own setting (documented); the first is the platform's default."""


class HostError(ValueError):
    """A host that can't be used; the message says why in one sentence."""


class Host(NamedTuple):
    """Where the platform is. ``scheme`` is ``http`` only for a loopback address."""

    name: str
    port: int | None = None
    scheme: str = "https"

    @property
    def is_loopback(self) -> bool:
        """Whether the address is this machine itself."""
        if self.name == "localhost":
            return True
        try:
            return ip_address(self.name.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def warning(self) -> str:
        """What is odd about this host, or nothing."""
        if self.name == KORE_DOMAIN or self.name.endswith("." + KORE_DOMAIN):
            return ""
        return f"{self.name} is not under {KORE_DOMAIN}: your credentials and the campaign go there."

    @property
    def address(self) -> str:
        """Name and port, as screens show it."""
        return self.name if self.port is None else f"{self.name}:{self.port}"

    @property
    def site(self) -> str:
        """Name and port in a single spelling: always with the port, and with one name for this machine."""
        port = self.port or _PORTS[self.scheme]
        return f"{_one_spelling(self.name)}:{port}"

    @property
    def url(self) -> str:
        """Scheme, name and port, without a slash at the end."""
        return f"{self.scheme}://{self.address}"

    @classmethod
    def read(cls, typed: str) -> "Host":
        """Read a host as people type or paste it: ``https://platform.kore.ai/`` is ``platform.kore.ai``.

        Raises:
            HostError: user information, a path, a query, a bad port, or plain http to another machine.
        """
        text = typed.strip()
        found = re.fullmatch(r"(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#\\]*)(/?)([^#]*?)(#.*)?", text, re.S)
        if not found or not found[2]:
            raise HostError("The host is missing, such as platform.kore.ai.")
        scheme, authority, _, rest, fragment = found.groups()
        scheme = (scheme or "https").lower()
        if scheme not in {"https", "http"}:
            raise HostError("Only https is used: leave the scheme out.")
        if "@" in authority:
            raise HostError("A name or password in the host is refused: write the bare host.")
        if rest or fragment:
            raise HostError("A path or query is refused: write the bare host, such as platform.kore.ai.")
        host = cls(*_name_and_port(authority), scheme)
        if scheme == "http" and not host.is_loopback:
            raise HostError("Plain http would send the token unprotected: only https is used here.")
        return host


def _name_and_port(authority: str) -> tuple[str, int | None]:
    found = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+?)\.?(?::([0-9]{1,5}))?", authority)
    if not found:
        raise HostError("This is no host name: write it bare, such as platform.kore.ai.")
    name, port = found[1].lower(), int(found[2]) if found[2] else None
    if name.startswith("["):
        try:
            IPv6Address(name.strip("[]"))
        except ValueError:
            raise HostError("This is no IPv6 address.") from None
    elif len(name) > 253 or not all(
        re.fullmatch(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?", part) for part in name.split(".")
    ):
        raise HostError("This is no host name: write it bare, such as platform.kore.ai.")
    elif re.fullmatch(r"[0-9]+|0x[0-9a-f]*", name.rpartition(".")[2]) and not _is_address(name):
        raise HostError(f"{name} is no address: four numbers from 0 to 255, such as 127.0.0.1, or a name.")
    if port is not None and not 0 < port < 65536:
        raise HostError(f"A port is a number from 1 to 65535, not {port}.")
    return name, port


def _is_address(name: str) -> bool:
    """Whether a name that ends in a number is an IPv4 address, as resolvers read it: in short forms as well.

    Numbers with zeros in front are octal for some and decimal for others: they are none.
    """
    if re.search(r"(?:^|\.)0[0-9]", name):
        return False
    try:
        socket.inet_aton(name)
    except OSError:
        return False
    return True


def _one_spelling(name: str) -> str:
    """A host name or address in lower case, without a dot at the end; each address in its shortest form."""
    name = name.lower().rstrip(".")
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:
        try:
            address = ip_address(socket.inet_aton(name))  # 127.1 is what resolvers make of it
        except OSError:
            return name
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if str(address) in _THIS_MACHINE:
        return "localhost"
    return f"[{address}]" if isinstance(address, IPv6Address) else str(address)


class ConnectionField(NamedTuple):
    """A value that a connection needs, and how people and the environment give it."""

    key: str
    title: str
    environment: str
    help: str
    more: str
    example: str


CONNECTION_FIELDS = (
    ConnectionField(
        "host", "Host", "KORE_HOST", "The address you open the platform at, without https://.",
        "Known are platform.kore.ai, de-platform.kore.ai, jp-platform.kore.ai and eu-platform.kore.ai; others "
        "exist. Only https is used, and the certificate is checked.",
        "platform.kore.ai",
    ),
    ConnectionField(
        "app_id", "App ID", "KORE_APP_ID", "Begins with st-; App Settings > App Profile.",
        "Also called IId, botId or streamId in the documentation. It is part of the address and of a header.",
        "st-06032c1a-…",
    ),
    ConnectionField(
        "account_id", "Account ID", "KORE_ACCOUNT_ID", "The account that the app belongs to.",
        "Where the platform shows it is not documented: ask the person who administers the account.",
        "6331…",
    ),
    ConnectionField(
        "client_id", "Client ID", "KORE_CLIENT_ID", "Begins with cs-; App Settings > Dev Tools > Web/Mobile SDK.",
        "The JWT app's Client ID. Its API Scope needs Campaign Management ticked, and the app published.",
        "cs-1e845b00-…",
    ),
    ConnectionField(
        "client_secret", "Client secret", "KORE_CLIENT_SECRET",
        "Never shown; kept in memory unless you choose a place.",
        "The JWT app's Client Secret signs a fresh token for each request. The secret itself is never sent.",
        "",
    ),
    ConnectionField(
        "api", "API version", "KORE_API", "v1 unless your account is a newer one; v2 has DNC lists.",
        "v1 is the documented default. v2 needs a do-not-call list, and knows machine detection for "
        "Agentless only.",
        "v1",
    ),
)  # fmt: skip


def wipe(secret: "SecretStr | None") -> None:
    """Empty the very object: a thread that still listens, or whatever else refers to it, has nothing any more.

    Private API of pydantic, kept right by a test.
    """
    if secret is not None:
        secret._secret_value = ""


@dataclass(frozen=True, slots=True, repr=False)
class Connection:
    """A complete connection. The secret is a type of its own, so that nothing prints it.

    ``profile`` is the name of the profile it comes from, or nothing; ``is_production`` its mark. Where there
    is a ``ready_token``, it is sent as it is, and the secret is empty.
    """

    host: Host
    app_id: str
    account_id: str
    client_id: str
    client_secret: "SecretStr"
    api: Api = Api.V1
    profile: str = ""
    is_production: bool = False
    algorithm: str = ALGORITHMS[0]
    ready_token: "SecretStr | None" = None

    @property
    def oddities(self) -> list[str]:
        """What deserves a look before it is used, one sentence each."""
        ids = [_swapped(key, getattr(self, key)) for key in ("app_id", "client_id")]
        return [each for each in (self.host.warning, *ids) if each]

    def with_secret(self, secret: "SecretStr") -> "Connection":
        """The same signed by ``secret``, or with it as its ready-made token where it is one."""
        if secret_text.is_token(secret.get_secret_value()):
            return replace(self, client_secret=type(secret)(""), ready_token=secret)
        return replace(self, client_secret=secret)

    def without_secret(self) -> "Connection":
        """The connection without its secret and its ready-made token."""
        return replace(self, client_secret=type(self.client_secret)(""), ready_token=None)


@dataclass(slots=True, repr=False)
class ConnectionDraft:
    """What a person has given of a connection so far; it may be empty or wrong."""

    host: str = ""
    app_id: str = ""
    account_id: str = ""
    client_id: str = ""
    client_secret: "SecretStr | None" = None
    api: str = Api.V1
    profile: str = ""
    is_production: bool = False
    algorithm: str = ALGORITHMS[0]
    ready_token: "SecretStr | None" = None

    def problem(self, key: str) -> str:
        """What is wrong with the field ``key``, or nothing."""
        if key == "client_secret":
            given = self.ready_token or self.client_secret
            if not given or not given.get_secret_value():
                return "The client secret is missing."
            besides = secret_text.read(given).besides
            return f"The client secret holds what no secret has: {besides}. Give it again." if besides else ""
        value: str = getattr(self, key)
        if not value.strip():
            return f"The {_title(key)} is missing."
        if key == "host":
            try:
                Host.read(value)
            except HostError as unusable:
                return str(unusable)
        elif key == "api":
            return "" if value in set(Api) else "The API version is v1 or v2."
        elif not re.fullmatch(r"[A-Za-z0-9._~:@-]+", value.strip()):
            return f"The {_title(key)} has a character that no id has: letters, digits and - only."
        return ""

    def oddity(self, key: str) -> str:
        """What is odd about the field ``key``, or nothing; nothing too where it can't be used at all."""
        if key != "host":
            return _swapped(key, getattr(self, key))
        try:
            return Host.read(self.host).warning
        except HostError:
            return ""

    def oddities(self) -> list[str]:
        """Everything that is odd, one sentence a field, in the order of the fields."""
        return [odd for each in CONNECTION_FIELDS if (odd := self.oddity(each.key))]

    def problems(self) -> list[str]:
        """Everything that is wrong, one sentence a field, in the order of the fields."""
        return [problem for each in CONNECTION_FIELDS if (problem := self.problem(each.key))]

    @property
    def token(self) -> "SecretStr | None":
        """The ready-made token, also where it was given in the place of the secret; None where there is none."""
        given = self.client_secret
        if self.ready_token is None and given and secret_text.is_token(given.get_secret_value()):
            return given
        return self.ready_token

    def connection(self) -> Connection:
        """The finished connection.

        Raises:
            ValueError: something is missing or wrong; the message says what.
        """
        if problems := self.problems():
            raise ValueError(" ".join(problems))
        token = self.token
        secret = self.client_secret if self.client_secret and not token else secret_text.wrapped("")
        return Connection(
            Host.read(self.host), self.app_id.strip(), self.account_id.strip(), self.client_id.strip(), secret,
            Api(self.api), self.profile, self.is_production, self.algorithm, token,
        )  # fmt: skip


def _swapped(key: str, value: object) -> str:
    """That an ID stands in the field of another one, as far as its beginning tells; or nothing."""
    other = {"app_id": ("cs-", "a client ID"), "client_id": ("st-", "an app ID")}.get(key)
    if other is None or not str(value).strip().startswith(other[0]):
        return ""
    return f"What begins with {other[0]} is {other[1]}, and stands as the {_title(key)}."


def _title(key: str) -> str:
    return uncapitalised(next(each.title for each in CONNECTION_FIELDS if each.key == key))

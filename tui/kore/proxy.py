"""Which proxy a request goes through: the usual environment variables, or the settings of the system."""

from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass  # they ask Windows and macOS for their settings too

from tui.kore.connection import Host

_UNUSABLE = "The environment sets a proxy in a form that can't be used."
_SCHEMES = {"http", "https", "socks5", "socks5h"}


class ProxySettingError(ValueError):
    """The proxy that is set can't be used; the message says so and quotes no name or password."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy. ``address`` is for people, without the name and password that ``url`` may hold."""

    url: str = field(repr=False)
    address: str


def proxy_of(url: str) -> Proxy | None:
    """The proxy for ``url``, or None: ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY``, ``NO_PROXY``, both cases.

    An address of this machine itself is never asked of a proxy.

    Raises:
        ProxySettingError: the proxy is set in a form that can't be used.
    """
    target = urlsplit(url)
    settings = getproxies()
    setting = settings.get(target.scheme) or settings.get("all")
    if (
        not setting
        or Host(target.hostname or "").is_loopback
        or proxy_bypass(target.netloc)
        or _is_excepted(target, settings)
    ):
        return None
    whole = setting if "://" in setting else f"http://{setting}"
    try:
        found = urlsplit(whole)
        host, port = found.hostname, found.port
    except ValueError:
        raise ProxySettingError(_UNUSABLE) from None
    if not host or found.scheme not in _SCHEMES:
        raise ProxySettingError(_UNUSABLE)
    return Proxy(whole, f"{found.scheme}://{host}" + (f":{port}" if port else ""))


def _is_excepted(target: SplitResult, settings: dict[str, str]) -> bool:
    """Whether ``NO_PROXY`` names the host in a form that the library does not read: ``*.a``, ``a:443``, a network."""
    port = target.port or {"http": 80, "https": 443}.get(target.scheme)
    entries = [entry.strip().lower() for entry in settings.get("no", "").split(",")]
    return any(_names(entry, target.hostname or "", port) for entry in entries if entry)


def _names(entry: str, host: str, port: int | None) -> bool:
    try:
        return ip_address(host) in ip_network(entry, strict=False)
    except ValueError:
        name, _, wanted = entry.partition(":")
    if wanted and wanted != str(port):
        return False
    suffix = "." + name.removeprefix("*").removeprefix(".")
    return suffix != "." and (host.endswith(suffix) or (not name.startswith("*") and host == suffix[1:]))


def through(url: str) -> str:
    """`` through the proxy http://…`` where that is how ``url`` is reached, else nothing; for a sentence."""
    try:
        proxy = proxy_of(url)
    except ProxySettingError:
        return " through a proxy that is set in a form that can't be used"
    return f" through the proxy {proxy.address}" if proxy else ""

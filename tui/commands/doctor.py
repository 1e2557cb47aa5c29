"""``kore-campaign doctor``: everything about this machine that a colleague would ask for. No secret, no id."""

import argparse
import locale
import os
import platform
import ssl
import stat
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from tui import __version__
from tui.base.console import put
from tui.base.hardening import is_hardened
from tui.base.json_output import put_json
from tui.base.terminal import look
from tui.base.text import one_line
from tui.commands.options import add_json
from tui.credentials import profile_file
from tui.credentials.environment import SECRET_VARIABLE, Environment
from tui.credentials.os_keyring import OsKeyring
from tui.credentials.profile_errors import ProfileError
from tui.credentials.profile_text import Profiles
from tui.credentials.resolve import ConnectionRequest, choose
from tui.kore.auth_errors import server_time
from tui.kore.connection import Host, HostError
from tui.kore.exchange import Timeouts
from tui.kore.progress import Progress
from tui.kore.proxy import ProxySettingError, proxy_of
from tui.screen.runtime import drivers
from tui.screen.runtime.keymap import keymap
from tui.storage import config
from tui.storage.folders import config_path, state_path

_LIBRARIES = (
    "textual", "rich", "httpx", "httpcore", "truststore", "PyJWT", "pydantic", "keyring", "cryptography", "tomlkit",
    "phonenumberslite",
)  # fmt: skip
_TERMINAL = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE")
_HOPS = {"TMUX": "tmux", "STY": "screen", "SSH_CONNECTION": "ssh", "MOSH_CONNECTION": "mosh"}
_AUTHORITIES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_ANY_HOST = "https://platform.kore.ai"

Section = Mapping[str, Any]


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--connect", action="store_true", help="ask the connection's host for its time as well"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the report; with ``--connect`` the host is asked for its time. Always 0: it is a report.

    Of what ``KORE_…`` says nothing but the names is printed.
    """
    environment = arguments.environment
    sections = report(environment, _host_of(environment) if arguments.connect else None)
    if arguments.json:
        put_json(sections)
    else:
        for title, section in sections.items():
            put(title)
            for name, value in section.items():
                put(f"  {name:<22} {_text(value)}")
    return 0


def _host_of(environment: Environment) -> str:
    """Where the environment, else the default profile, goes; the usual host where neither says."""
    try:
        chosen = choose(ConnectionRequest(environment))
        return Host.read(chosen.draft.host).url if chosen else _ANY_HOST
    except (ProfileError, HostError):
        return _ANY_HOST


def report(environment: Environment, host: str | None = None) -> dict[str, Section]:
    """Everything that is known, by section. Every text in it is inert; what failed is said in its place."""
    sections: dict[str, Callable[[], Section]] = {
        "versions": _versions,
        "terminal": _terminal,
        "keyring": _keyring,
        "files": _files,
        "wizard": _wizard,
        "profiles": lambda: _profiles(environment),
        "connection": lambda: _connection(host or _ANY_HOST),
        "clock": lambda: _clock(host),
    }
    return {title: _safely(section) for title, section in sections.items()}


def _safely(section: Callable[[], Section]) -> Section:
    """What broke is part of the report, by its kind: its words could quote anything."""
    try:
        return section()
    except Exception as failed:
        return {"failed": type(failed).__name__}


def _versions() -> Section:
    found = {name: _version(name) for name in _LIBRARIES}
    python = f"{platform.python_version()} ({platform.python_implementation()})"
    return {
        "kore-campaign": __version__,
        "Python": python,
        "system": one_line(platform.platform(), limit=100),
        "OpenSSL": ssl.OPENSSL_VERSION,
        **found,
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _terminal() -> Section:
    streams = {"stdin": sys.stdin, "stdout": sys.stdout, "stderr": sys.stderr}
    found: dict[str, Any] = {
        name: "terminal" if stream and stream.isatty() else "no terminal" for name, stream in streams.items()
    }
    for stream in (sys.stderr, sys.stdout, sys.stdin):
        if stream and stream.isatty():
            size = os.get_terminal_size(stream.fileno())
            found["size"] = f"{size.columns}x{size.lines}"
            break
    found["encoding"] = one_line(str(sys.stderr.encoding if sys.stderr else None), limit=40)
    found["locale"] = one_line(str(locale.setlocale(locale.LC_CTYPE)), limit=60)
    found["can show"] = str(
        look(
            os.environ,
            sys.stderr.encoding if sys.stderr else None,
            in_use=locale.setlocale(locale.LC_CTYPE),
        )
    )
    found["only changed cells"] = one_line(drivers.status())
    found |= {name: one_line(os.environ[name], limit=60) for name in _TERMINAL if name in os.environ}
    found["inside"] = [title for name, title in _HOPS.items() if name in os.environ]
    return found


def _keyring() -> Section:
    looked = OsKeyring().look()
    return {
        "works": looked.works,
        "said": looked.said,
        "seconds": round(looked.seconds, 2),
        "D-Bus session": "DBUS_SESSION_BUS_ADDRESS" in os.environ,
        "desktop": bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")),
    }


def _files() -> Section:
    return {
        "config": _permissions(config_path()),
        "profiles": _permissions(config_path() / "profiles.toml"),
        "wizard": _permissions(config.path()),
        "state": _permissions(state_path()),
        "memory kept to itself": is_hardened(),
    }


def _permissions(path: Path) -> str:
    """Where it is and who may do what with it, as ``ls`` says it."""
    shown = one_line(str(path), limit=300)
    try:
        found = path.lstat()
    except FileNotFoundError:
        return f"{shown} (not there yet)"
    except OSError as failed:
        return f"{shown} ({failed.strerror})"
    owner = "yours" if not hasattr(os, "geteuid") or found.st_uid == os.geteuid() else "somebody else's"
    return f"{shown} ({stat.filemode(found.st_mode)}, {owner})"


def _wizard() -> Section:
    """What the config file sets for the wizard, and each line of it that is ignored."""
    setup = config.load()
    keys, wrong = keymap(setup.keys)
    ignored = [*(f"{config.CONFIG_NAME}: {each}" for each in setup.wrong), *wrong]
    settings = {
        "theme": setup.theme, "plain": setup.plain, "mouse": setup.mouse, "lock-after": setup.lock_after,
    }  # fmt: skip
    return {
        **{name: "usual" if value is None else value for name, value in settings.items()},
        "keys": [f"{name} = {key}" for name, key in keys.items()],
        "ignored": [one_line(each, limit=200) for each in ignored],
    }


def _profiles(environment: Environment) -> Section:
    given = [*environment.values, *[SECRET_VARIABLE] * bool(environment.secret)]
    try:
        profiles = profile_file.load() if config_path().exists() else Profiles()
    except ProfileError as failed:
        return {"failed": str(failed), "variables set": given}
    return {
        "names": [each.name for each in profiles.all],
        "production": [each.name for each in profiles.all if each.is_production],
        "default": profiles.default or "none",
        "variables set": given,
    }


def _connection(host: str) -> Section:
    try:
        proxy = proxy_of(f"{host}/")
        said = proxy.address if proxy else "none"
    except ProxySettingError as unusable:
        said = str(unusable)
    defaults = ssl.get_default_verify_paths()
    named = {name: one_line(os.environ[name], limit=300) for name in _AUTHORITIES if name in os.environ}
    found: dict[str, Any] = {
        "proxy": said,
        "NO_PROXY set": bool(os.environ.get("NO_PROXY", os.environ.get("no_proxy"))),
    }
    found["trusts"] = "what SSL_CERT_FILE names" if "SSL_CERT_FILE" in named else "the system's trust store"
    return {
        **found,
        **named,
        "OpenSSL looks in": f"{defaults.cafile or 'no file'}, {defaults.capath or 'no folder'}",
    }


def _clock(host: str | None) -> Section:
    now = datetime.now(UTC)
    found = {
        "UTC": now.isoformat(timespec="seconds"),
        "zone": one_line(time.tzname[time.localtime().tm_isdst > 0]),
    }
    return {**found, **_distance(host)} if host else found


def _distance(host: str) -> Section:
    """How far the two clocks are apart, from an answer to a request that carries nothing."""
    from tui.kore.client import send  # the network library: without it the rest of the report is there

    exchange = send("GET", f"{host}/", {}, b"", timeouts=Timeouts(5, 5), course=Progress())
    there = server_time(exchange)
    if there is None or exchange.answered is None:
        return {"host": host, "distance": exchange.error or "The host does not say what time it has."}
    seconds = exchange.answered - there.timestamp()
    return {"host": host, "distance": f"{seconds:+.0f} s against the host's"}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value)) or "none"
    return str(value)

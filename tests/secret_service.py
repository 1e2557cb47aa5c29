"""A real Secret Service for tests: gnome-keyring on a D-Bus of its own, in folders of its own."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

NEEDED = ("dbus-daemon", "gnome-keyring-daemon")
_PASSWORD = b"throw-away, and no line break behind it"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/bus</listen>
<servicedir>{folder}/services</servicedir><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
_NAME = "org.freedesktop.secrets"


@dataclass
class SecretService:
    """What a child needs to find it; ``daemon`` is None on a bus without a keyring."""

    environment: dict[str, str]
    bus: "subprocess.Popen[bytes]"
    daemon: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    def stop(self) -> None:
        """The daemon hangs: nothing it is asked is answered."""
        assert self.daemon is not None
        self.daemon.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self.daemon is not None
        self.daemon.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """The daemon is gone."""
        assert self.daemon is not None
        self.daemon.kill()
        self.daemon.wait(5)

    def lock(self) -> None:
        """As after a log-out, or a keyring's own time limit."""
        import secretstorage
        from jeepney.io.blocking import open_dbus_connection

        with contextlib.closing(open_dbus_connection(bus=self.address)) as connection:
            collection = secretstorage.get_default_collection(connection)
            collection.lock()
            assert collection.is_locked()

    def entries(self) -> list[bytes]:
        """All secrets in the open collection."""
        import secretstorage
        from jeepney.io.blocking import open_dbus_connection

        with contextlib.closing(open_dbus_connection(bus=self.address)) as connection:
            collection = secretstorage.get_default_collection(connection)
            return [item.get_secret() for item in collection.get_all_items()]


def require() -> None:
    """Skip by name where a system program is absent."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@contextlib.contextmanager
def running_bus(activation: str = "") -> Iterator[SecretService]:
    """A D-Bus without a keyring; ``activation`` is a command that starts whoever asks for one."""
    require()
    folder = Path(tempfile.mkdtemp(prefix="kore-bus-"))  # short: a socket's path has 107 characters at most
    (folder / "services").mkdir()
    if activation:
        (folder / "services" / f"{_NAME}.service").write_text(
            f"[D-BUS Service]\nName={_NAME}\nExec={activation}\n"
        )
    (folder / "bus.conf").write_text(_BUS.format(folder=folder))
    own = {
        "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"), "XDG_CACHE_HOME": str(folder / "cache"),
        "PATH": os.environ["PATH"], "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
    }  # fmt: skip
    bus = subprocess.Popen(
        ["dbus-daemon", "--nofork", "--nopidfile", "--print-address=1", f"--config-file={folder}/bus.conf"],
        env=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert bus.stdout is not None
        assert bus.stdout.readline().startswith(b"unix:path="), "the bus did not start"
        yield SecretService(own, bus)
    finally:
        end(bus)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running_keyring() -> Iterator[SecretService]:
    """A keyring, unlocked."""
    with running_bus() as service:
        service.daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"],
            env=service.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert service.daemon.stdin is not None
            service.daemon.stdin.write(_PASSWORD)
            service.daemon.stdin.close()
            _wait_for_name(service)
            yield service
        finally:
            end(service.daemon)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process of this module, stopped or not."""
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)
        process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()


def _wait_for_name(service: SecretService) -> None:
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    with contextlib.closing(open_dbus_connection(bus=service.address)) as connection:
        bus = Proxy(message_bus, connection)
        until = time.monotonic() + 10
        while not bus.NameHasOwner(_NAME)[0]:
            assert time.monotonic() < until, "the keyring did not come up"
            time.sleep(0.02)

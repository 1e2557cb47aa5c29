"""A real sshd on loopback, as whoever runs the tests, with keys that last as long as the tests do."""

import getpass
import grp
import os
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.terminal import CHECKOUT, WIZARD, Terminal

_SBIN = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
SSHD = shutil.which("sshd", path=_SBIN)


def _can_give_terminals() -> bool:
    """Whether an sshd of this account may hand a terminal to the group ``tty``, as it always does."""
    master, slave = os.openpty()
    try:
        tty = grp.getgrnam("tty").gr_gid
        return os.geteuid() == 0 or tty in {os.fstat(slave).st_gid, *os.getgroups()}
    finally:
        os.close(master)
        os.close(slave)


HAS_SSH = SSHD is not None and shutil.which("ssh") is not None and _can_give_terminals()
"""Whether all that it takes is here."""
needs_ssh = pytest.mark.skipif(
    not HAS_SSH,
    reason="openssh-server or openssh-client is not installed, or this account is not in the group tty",
)
_CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {folder}/client.pub
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
ClientAliveInterval {alive}
ClientAliveCountMax 2
"""


@dataclass(frozen=True)
class SshServer:
    """Where it listens, and the folder with its keys and its log."""

    folder: Path
    port: int

    def terminal(
        self,
        command: tuple[str, ...] = WIZARD,
        *,
        port: int | None = None,
        env: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
    ) -> Terminal:
        """Run ``command`` at the far end of ``ssh -tt``, in the test's home; ``port`` is that of a relay between."""
        return Terminal(self.command(command, port=port, env=env), columns=columns, rows=rows)

    def command(
        self, command: tuple[str, ...], *, port: int | None = None, env: Mapping[str, str] | None = None
    ) -> list[str]:
        """The client's command line that runs ``command`` at the far end."""
        far = {"HOME": os.environ["HOME"], "PYTHONPATH": str(CHECKOUT), "LANG": "C.UTF-8", **(env or {})}
        words = [
            "exec",
            "env",
            "-C",
            far["HOME"],
            *(f"{name}={value}" for name, value in far.items()),
            *command,
        ]
        return self.client(shlex.join(words), port)

    def client(self, remote: str, port: int | None = None) -> list[str]:
        """The client's command line; it trusts the throw-away host key alone."""
        options = ("IdentitiesOnly=yes", f"UserKnownHostsFile={self.folder}/known", "StrictHostKeyChecking=accept-new",
                   "LogLevel=ERROR")  # fmt: skip
        named = [word for option in options for word in ("-o", option)]
        return ["ssh", "-F", "none", "-tt", "-p", str(port or self.port), "-i", str(self.folder / "client"), *named,
                f"{getpass.getuser()}@127.0.0.1", remote]  # fmt: skip


@contextmanager
def running(folder: Path, *, alive: int = 0) -> Iterator[SshServer]:
    """Run sshd with its files in ``folder``; it asks a silent client every ``alive`` seconds (0: never)."""
    assert SSHD is not None
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where root's sshd locks its unprivileged half in
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = folder / "sshd_config"
    config.write_text(_CONFIG.format(port=port, folder=folder, alive=alive))
    with subprocess.Popen([SSHD, "-D", "-e", "-f", config], stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = ""
        while "Server listening" not in said:
            line = server.stderr.readline()
            assert line, f"sshd did not start:\n{said}"
            said += line
        try:
            yield SshServer(folder, port)
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def ssh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    """One sshd for the tests of a file; import it there, with :data:`needs_ssh` as a mark."""
    folder = tmp_path_factory.mktemp("sshd")
    folder.chmod(0o700)
    with running(folder) as server:
        yield server

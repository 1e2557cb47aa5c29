"""One HTTP exchange with the platform: sent once, watched, bounded. The only module that imports httpx."""

import contextlib
import logging
import os
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import truststore

from tui import __version__
from tui.base import trace
from tui.base.text import one_line, plural
from tui.kore.causes import Cause
from tui.kore.certificate import issuer_of
from tui.kore.exchange import BODY_LIMIT, Exchange, Timeouts
from tui.kore.in_flight import InFlight
from tui.kore.progress import Moment, Progress
from tui.kore.proxy import ProxySettingError, proxy_of

_TICK = 0.05
"""Seconds between two looks at whether the person gave up or the time is over."""
_TRAILS = "It is packed, and what follows where that ends can't be understood."
_STOPPED = "You stopped waiting for the answer."
_HEADERS = {"User-Agent": f"kore-campaign/{__version__}", "Accept-Encoding": "identity"}

for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # their lines hold the whole request, token included


class UnusableError(Exception):
    """Something of this machine keeps any request from leaving; the message is the sentence to show."""


def send(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes = b"",
    *,
    timeouts: Timeouts = Timeouts(),  # noqa: B008  frozen
    course: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    on_stopped: Callable[[Exchange], None] | None = None,
    limit: int = BODY_LIMIT,
) -> Exchange:
    """Send one request once and return what is known in the end; never raises for what a network can do.

    The request runs in a daemon thread of its own while this one waits: so no name look-up, proxy or
    trickle outlasts the time-outs. ``course`` hears of each thing that happens on the line, from that thread.
    ``cancelled`` is asked several times a second: while the request's headers have not left, it keeps them
    from leaving; afterwards it ends the exchange with what arrived so far. With ``on_stopped`` it doesn't end
    it then: that is told what is known so far, and an answer is listened for until the time is over.
    Of the answer's body, ``limit`` bytes are read, unpacked; a longer one is cut.
    """
    if cancelled():
        return Exchange(cancelled=True)
    in_flight = InFlight(course or Progress(), limit)
    parts = {"method": method, "url": url, "headers": {**_HEADERS, **headers}, "content": body}
    threading.Thread(target=_run, args=(in_flight, parts, timeouts), daemon=True, name="exchange").start()
    try:
        _wait(in_flight, timeouts, cancelled, on_stopped)
    finally:
        in_flight.give_up("The wait for the answer was interrupted.")
    known = in_flight.known()
    if known.error:
        trace.note(known.error)
    return known


def _wait(
    in_flight: InFlight,
    timeouts: Timeouts,
    cancelled: Callable[[], bool],
    on_stopped: Callable[[Exchange], None] | None,
) -> None:
    begun = time.monotonic()
    stopped = False
    while not in_flight.done.wait(_TICK):
        seconds = time.monotonic() - begun
        if not stopped and cancelled():
            stopped = True
            if in_flight.give_up(_STOPPED, cancelled=True, only_before=on_stopped is not None):
                return
            if on_stopped:
                on_stopped(replace(in_flight.known(), cancelled=True, error=_STOPPED))
        if seconds >= timeouts.connect:
            late = f"No connection could be made within {timeouts.connect:g} s."
            if in_flight.give_up(late, only_before=True):
                return
        if seconds >= timeouts.total:
            in_flight.give_up(f"No whole answer came within {timeouts.total:g} s.")
            return


def _run(in_flight: InFlight, parts: dict[str, Any], timeouts: Timeouts) -> None:
    def trace(name: str, info: dict[str, Any]) -> None:
        _watch(in_flight, name.partition(".")[2], info, len(parts["content"]))

    try:
        with _client(parts["url"], timeouts) as client:
            request = client.build_request(**parts, extensions={"trace": trace})
            response = client.send(request, stream=True)
            try:
                _read(response, in_flight)
            finally:
                response.close()
    except Exception as failed:  # whether anything was sent is known from the trace, not from what broke
        cause, sentence = _told(failed, timeouts)
        if cause is Cause.CERTIFICATE and (issuer := _issuer(parts["url"], timeouts)):
            sentence = f"{sentence} {issuer} issued it."
        if not in_flight.started and cause is not Cause.SETTINGS and (proxy := proxy_of(parts["url"])):
            sentence = f"Through the proxy {proxy.address}: {sentence}"
            cause = cause if cause in {Cause.CERTIFICATE, Cause.TLS} else Cause.PROXY
        in_flight.note(error=sentence, cause=cause)
    finally:
        in_flight.finish()


def _client(url: str, timeouts: Timeouts, trust: ssl.SSLContext | None = None) -> httpx.Client:
    """A client for one request."""
    trust = trust or _trust(url)
    try:
        proxy = proxy_of(url)
        guarded = _trust(proxy.url) if proxy and proxy.url.startswith("https:") else None
        return httpx.Client(
            verify=trust,
            timeout=httpx.Timeout(timeouts.total, connect=timeouts.connect),
            follow_redirects=False,
            trust_env=False,  # it takes a proxy from there, which is done above, where it can be shown too
            proxy=httpx.Proxy(proxy.url, ssl_context=guarded) if proxy else None,
        )
    except ProxySettingError as unusable:
        raise UnusableError(str(unusable)) from None
    except ImportError:
        raise UnusableError("The environment sets a SOCKS proxy; only HTTP proxies can be used.") from None
    except (ValueError, httpx.InvalidURL):
        raise UnusableError("The environment sets a proxy in a form that can't be used.") from None


def _trust(url: str) -> ssl.SSLContext:
    """The certificates that this machine trusts, or those that ``SSL_CERT_FILE`` names."""
    if not url.startswith("https:"):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # unused, and quicker than the default
    named = os.environ.get("SSL_CERT_FILE")
    if named and not Path(named).is_file():  # OpenSSL would say nothing and trust nobody
        raise UnusableError(f"SSL_CERT_FILE names a file that is not there: {one_line(named)}.")
    if named:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the default one writes TLS keys to SSLKEYLOGFILE
        try:
            context.load_verify_locations(cafile=named)
        except (OSError, ssl.SSLError):
            raise UnusableError(
                f"SSL_CERT_FILE names a file that holds no certificates: {one_line(named)}."
            ) from None
        return context
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class _SeenError(Exception):
    """The certificate was seen: nothing else was wanted of that connection."""


def _issuer(url: str, timeouts: Timeouts) -> str:
    """Who issued the certificate that ``url`` shows, or nothing: looked at again, and nothing is sent there."""
    seen: list[bytes] = []

    def trace(name: str, info: dict[str, Any]) -> None:
        if name.endswith("start_tls.complete"):
            secured = info["return_value"].get_extra_info("ssl_object")
            seen[:] = [secured.getpeercert(True) or b""]
        request = info.get("request")
        if name.endswith("send_request_headers.started") and request and request.method != b"CONNECT":
            raise _SeenError

    anyone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anyone.check_hostname, anyone.verify_mode = False, ssl.CERT_NONE
    with contextlib.suppress(Exception), _client(url, timeouts, anyone) as client:
        client.get(url, extensions={"trace": trace})
    return issuer_of(seen[0]) if seen else ""


def _watch(in_flight: InFlight, event: str, info: dict[str, Any], size: int) -> None:
    """Follow httpcore's trace: the one source of what happened when."""
    request = info.get("request")
    if request is not None and request.method == b"CONNECT":
        return  # a proxy's tunnel: nothing of ours yet
    match event:
        case "send_request_headers.started":
            in_flight.leave()
        case "connect_tcp.started":
            in_flight.tell(Moment.CONNECTING, one_line(f"{info['host']}, port {info['port']}"))
        case "connect_tcp.complete":
            connected = info["return_value"].get_extra_info("socket")
            peer = _peer(connected)
            in_flight.use(connected)
            in_flight.tell(Moment.CONNECTED, peer)
        case "start_tls.complete":
            in_flight.tell(Moment.SECURED, _tls(info["return_value"].get_extra_info("ssl_object")))
        case "send_request_body.complete" if in_flight.started:
            in_flight.tell(Moment.SENT, plural(size, "byte"))
            in_flight.tell(Moment.WAITING)


def _peer(connected: socket.socket) -> str:
    """Address and port of the other side. One that has hung up already has none: no reason to fail here."""
    try:
        address = connected.getpeername()
    except OSError:
        return "a host that hung up"
    return f"{address[0]}, port {address[1]}"


def _tls(secured: ssl.SSLSocket) -> str:
    """Version of TLS and who issued the certificate, such as ``TLSv1.3, certificate by Example CA``."""
    issuer = issuer_of(secured.getpeercert(True) or b"")
    version = secured.version() or "TLS"
    return f"{version}, certificate by {issuer}" if issuer else version


def _read(response: httpx.Response, in_flight: InFlight) -> None:
    """Read the answer into ``in_flight``, unpacked where it is packed in spite of what was asked for."""
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
    in_flight.note(status=response.status_code, headers=headers, answered=time.time())
    in_flight.tell(Moment.FIRST_BYTE, f"HTTP {response.status_code}")
    packed = response.headers.get("content-encoding", "").strip().lower() == "gzip"
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed else None
    for chunk in response.iter_raw():
        if unpacker and unpacker.eof and chunk:
            in_flight.note(error=_TRAILS)
            return
        if not in_flight.take(unpacker.decompress(chunk, in_flight.limit + 1) if unpacker else chunk):
            in_flight.note(
                truncated=True, error=f"It is longer than {plural(in_flight.limit, 'byte')} and was cut."
            )
            return
        if unpacker and unpacker.unused_data:
            in_flight.note(error=_TRAILS)
            return
    if unpacker and not unpacker.eof:
        in_flight.note(error="It is packed, and broke off.")
        return
    in_flight.note(complete=True)
    in_flight.tell(Moment.BODY, plural(in_flight.size, "byte"))


def _told(failed: Exception, timeouts: Timeouts) -> tuple[Cause, str]:
    """What broke, for a person. Never the text of an unknown exception: it may quote a header."""
    cause: BaseException | None = failed
    while cause is not None:
        if known := _known(cause, timeouts):
            return known
        cause = cause.__cause__ or cause.__context__
    return Cause.UNREACHABLE, f"The connection failed ({type(failed).__name__})."


def _known(cause: BaseException, timeouts: Timeouts) -> tuple[Cause, str] | None:
    match cause:
        case UnusableError():
            return Cause.SETTINGS, str(cause)
        case httpx.ConnectTimeout():
            return Cause.SLOW, f"No connection could be made within {timeouts.connect:g} s."
        case httpx.TimeoutException():
            return Cause.SLOW, f"No whole answer came within {timeouts.total:g} s."
        case httpx.ProxyError():
            return Cause.PROXY, f"The proxy refused: {one_line(str(cause), limit=100)}."
        case httpx.ProtocolError():
            said = "The connection was closed before the answer was whole, or what came was no HTTP."
            return Cause.NOT_KORE, said
        case zlib.error():
            return Cause.NOT_KORE, "It is packed, and could not be unpacked."
        case ssl.SSLCertVerificationError():
            why = one_line(cause.verify_message)
            return Cause.CERTIFICATE, f"The host's certificate is not trusted: {why}."
        case ssl.SSLError():
            return Cause.TLS, "No secure connection (TLS) could be made."
        case socket.gaierror():
            return Cause.NAME, "The name of the host was not found."
        case OSError(strerror=str(reason)):
            return Cause.UNREACHABLE, f"The connection failed: {one_line(reason)}."
    return None

import json

from tui.kore.exchange import Exchange, Timeouts

TOKEN = "aaaaaaaa.bbbbbbbb.cccccccc"


def test_an_echo_is_taken_out_everywhere() -> None:
    exchange = Exchange(
        headers=(("X-Echo", f"got {TOKEN}"),), body=f"no: {TOKEN}!".encode(), error=f"bad {TOKEN}"
    ).hiding(TOKEN)
    assert TOKEN not in repr(exchange)
    assert exchange.body == b"no: (hidden)!"
    assert exchange.headers == (("X-Echo", "got (hidden)"),)


def test_a_secret_is_found_as_json_writes_it() -> None:
    secret = 'with "quotes" and ünïcode'
    assert b"quotes" not in Exchange(body=json.dumps({"you": secret}).encode()).hiding(secret).body


def test_the_beginning_of_an_echo_at_a_cut_is_taken_out() -> None:
    assert Exchange(body=f"no: {TOKEN[:12]}".encode()).hiding(TOKEN).body == b"no: (hidden)"


def test_short_texts_stay() -> None:
    assert Exchange(body=b'{"status":"success"}').hiding("s", "").body == b'{"status":"success"}'


def test_no_wait_is_longer_than_the_whole() -> None:
    assert Timeouts.within(3) == Timeouts(connect=3, total=3)
    assert Timeouts.within(90) == Timeouts(connect=10, total=90)

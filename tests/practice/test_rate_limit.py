from tui.practice.rate_limit import REQUESTS, RateLimit


def test_sixty_in_any_minute() -> None:
    now = [0.0]
    limit = RateLimit(clock=lambda: now[0])
    for second in range(REQUESTS):
        now[0] = second / 2
        assert limit.take()
    now[0] = 59.9
    assert not limit.take()
    now[0] = 60.0
    assert limit.take()  # the first one is a minute old, the second is not
    assert not limit.take()

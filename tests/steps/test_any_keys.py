"""Whatever is pressed, in whatever order: nothing breaks, and nothing is sent that was not confirmed."""

import asyncio
import random

import pytest

from tests.steps.conftest import opened, practising
from tui.campaign.fields import Api, Mode
from tui.campaign.reading import read
from tui.campaign.wire import unfinished

KEYS = [
    *"abcjmosx19 -:,;?", "tab", "shift+tab", "enter", "space", "up", "down", "left", "right", "home", "end", "escape",
    "backspace", "delete", "ctrl+u", "ctrl+n", "ctrl+p", "ctrl+r", "f1", "f7", "f8", "f10", "plus", "minus", "ctrl+l",
]  # fmt: skip


async def press_any(seed: int, count: int) -> None:
    pick = random.Random(seed)
    mode, api = pick.choice(list(Mode)), pick.choice(list(Api))
    async with opened(practising(mode, api)) as wizard:
        await wizard.wait_for("127.0.0.1:")
        for _ in range(count // 10):
            screen = await wizard.press(*pick.choices(KEYS, k=10))
            assert len(screen.splitlines()) <= 24
            assert "\x1b" not in screen
        draft, api = wizard.session.draft, wizard.session.api
        assert read(unfinished(draft, api), api).draft.problems(api) == draft.problems(api)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 3))])
def test_a_few_hundred_keys(seed: int, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    asyncio.run(press_any(seed, 200))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 106))
def test_thousands_of_keys(seed: int, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    asyncio.run(press_any(seed, 2000))

"""Choosing a theme: it holds at once, and for every start."""

from typing import TYPE_CHECKING

from tui.screen import on_demand

if TYPE_CHECKING:
    from tui.screen.app import WizardApp


def choose_theme(app: "WizardApp", name: str) -> None:
    """Show the theme ``name``, and keep it in a thread: the disk may be slow."""

    def keep() -> None:
        failed = on_demand.keep_theme(name)
        said = f"not kept: {failed}." if failed else "kept in config.toml for every start."
        app.call_from_thread(app.show_status, f"Theme {name}, {said}", error=bool(failed))

    app.theme = name
    app.run_worker(keep, thread=True, exclusive=True, group="theme")

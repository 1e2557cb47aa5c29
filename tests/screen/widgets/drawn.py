"""What an app of a test has drawn, as text."""

from textual.app import App


def drawn(app: App[None]) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())

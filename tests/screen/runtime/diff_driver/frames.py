"""Frames as Textual writes them, of random cells in random styles."""

from dataclasses import dataclass

from hypothesis import strategies as st
from rich.cells import cell_len

WIDTH, HEIGHT = 24, 7
_ATTRIBUTES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53"]
_FOREGROUNDS = ["", "31", "97", "38;5;99", "38;2;1;2;3", "38;2;200;200;200"]
_BACKGROUNDS = ["", "41", "103", "48;5;17", "48;2;30;30;30", "48;2;18;18;18"]
_TEXTS = [*"abc xyz·─█é漢字😀", "👍🏽", "👩‍👩‍👧", "♥️", "e\u0301", "     ", "          ", "the same"]


@dataclass(frozen=True)
class Piece:
    """Text in one style, with a link or without."""

    text: str
    style: str
    link: str

    def written(self) -> str:
        styled = f"\x1b[{self.style}m{self.text}\x1b[0m" if self.style else self.text
        return f"\x1b]8;id=7;{self.link}\x1b\\{styled}\x1b]8;;\x1b\\" if self.link else styled


styles = st.builds(
    lambda attributes, fg, bg: ";".join(filter(None, [*sorted(attributes), fg, bg])),
    st.sets(st.sampled_from(_ATTRIBUTES), max_size=2),
    st.sampled_from(_FOREGROUNDS),
    st.sampled_from(_BACKGROUNDS),
)
pieces = st.builds(
    Piece,
    st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=4).map("".join),
    styles,
    st.sampled_from(["", "", "", "", "https://one.test/", "https://two.test/"]),
)


@st.composite
def frames(draw: st.DrawFn) -> str:
    """Moves and styled text; now and then a change of style parts a letter from its mark."""
    written = ""
    for _ in range(draw(st.integers(1, 4))):
        y, x = draw(st.integers(0, HEIGHT - 1)), draw(st.integers(0, WIDTH - 1))
        body, room = "", WIDTH - x
        for number, piece in enumerate(draw(st.lists(pieces, min_size=1, max_size=4))):
            room -= cell_len(piece.text)
            if room < 0:
                break
            body += piece.written()
            if number % 3 == 2 and not piece.text.isascii():
                body += "\x1b[1m\u0301\x1b[0m"
        new_line = "\n" if y < HEIGHT - 1 and draw(st.booleans()) else ""
        written += f"\x1b[{y + 1};{x + 1}H{body}{new_line}"
    return f"{written}\x1b[{draw(st.integers(1, HEIGHT))};{draw(st.integers(1, WIDTH))}H"


@st.composite
def forms(draw: st.DrawFn) -> str:
    """A frame of all lines, each in the same few styles, with blanks at its end: labels, fields, counts."""
    inks = draw(st.lists(styles, min_size=3, max_size=3))
    written = ""
    for y in range(1, HEIGHT + 1):
        texts = draw(st.lists(st.sampled_from(["", "a", "label", "   ", "漢字"]), min_size=3, max_size=3))
        blanks = " " * (WIDTH - cell_len("".join(texts)))
        body = "".join(Piece(text, ink, "").written() for text, ink in zip(texts, inks, strict=True) if text)
        written += f"\x1b[{y};1H{body}{Piece(blanks, '48;5;17', '').written()}"
    return f"{written}\x1b[1;1H"


def whole(style: str = "48;2;18;18;18", width: int = WIDTH, height: int = HEIGHT) -> str:
    """A first frame that leaves no cell unknown."""
    lines = "".join(f"\x1b[{y};1H\x1b[{style}m{' ' * width}\x1b[0m" for y in range(1, height + 1))
    return f"{lines}\x1b[1;1H"

"""Only what changed crosses the line: a driver for Textual that sends the cells that differ, and nothing else.

Textual sends whole widgets again. This layer takes what Textual writes, keeps two grids of cells, what was
asked for and what the terminal shows, and sends the difference with the fewest moves and colour codes. It
relies on the bytes given to ``Driver.write`` alone. Bytes that it does not understand switch it off for good,
and everything then passes as Textual wrote it.

| module | subject |
| :- | :- |
| `pens` | how a cell is drawn, and the shortest way from one pen to another |
| `cells` | a character with its pen, and how wide terminals draw it |
| `reader` | what Textual writes, read as cells |
| `grid` | the cells that Textual asked for |
| `script` | sequences that paint cells, as short as possible |
| `painter` | what the terminal shows, and what to send so that it shows another grid |
| `erasing` | which terminals erase with the background |
| `driver` | the driver itself |
| `choice` | where the layer may be used, and why not |

It knows nothing of the program it serves, and reads what is typed as `tui.screen.runtime.input` does::

    app.driver_class = choose().driver_class or app.driver_class

Tried with Textual 8.2.8. Private names of it that are used: ``_get_terminal_size``, ``_writer_thread``,
``_in_band_window_resize``, ``_loop`` and ``_sigcont_application``.
"""

from tui.screen.runtime.diff_driver.choice import LayerChoice, choose

__all__ = ["LayerChoice", "choose"]

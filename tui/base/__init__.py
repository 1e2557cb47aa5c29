"""Needed by all rooms, imports nothing of ours: text made printable, glyphs, the terminal, console, trace."""

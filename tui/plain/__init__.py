"""The wizard as plain questions: for screen readers, for terminals that can't draw, and for pipes.

Output is only ever appended: no escape sequence, nothing that moves. It holds no decision of its own: fields,
checks, guards, the create and its outcome are those of the screens.
"""

"""Why a draft can't be opened."""


class DraftError(Exception):
    """A draft that can't be opened; the message says why, without the file's name."""


class NewerDraftError(DraftError):
    """The draft was written by a later version of this program."""


class DamagedDraftError(DraftError):
    """The draft differs from what was written: its checksum is wrong, or it can't be read."""

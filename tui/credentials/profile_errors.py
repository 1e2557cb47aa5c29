"""What can be wrong with profiles. Loaded with the first screen, which reads them only where there are any."""


class ProfileError(Exception):
    """Profiles can't be read or changed as asked; the message says why. Nothing was changed."""


class NoProfileError(ProfileError):
    """There is no profile of that name."""


class BrokenTextError(ProfileError):
    """The text itself is at fault; the message names the line where it can."""

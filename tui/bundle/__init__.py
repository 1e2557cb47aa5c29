"""The bundle: a file that installs this program where there is no internet, no pip and no ensurepip."""

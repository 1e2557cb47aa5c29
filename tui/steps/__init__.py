"""One file per step of the wizard, named as the person sees it."""

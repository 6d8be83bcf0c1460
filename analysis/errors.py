"""What can go wrong in a way that a user can act on: one parent, few children named for the fact."""


class MusterError(Exception):
    """An error that Muster explains to the user instead of showing a traceback."""

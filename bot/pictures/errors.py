"""What keeps a quote from being drawn."""


class PictureError(Exception):
    """A quote of which there is no picture; its text is one sentence that a user may read."""

"""A request that is turned down."""


class RefusalError(Exception):
    """Why a request is turned down; its text is one sentence in the user's language."""

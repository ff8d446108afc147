"""Why an action of a simulated user comes to nothing."""


class ImpossibleActionError(AssertionError):
    """No real client would have let the user do this."""


class UnansweredError(AssertionError):
    """The application did not respond, and the user was told so."""

"""What can go wrong before anything is measured."""


class BenchmarkError(Exception):
    """A benchmark that cannot run: its text is one sentence that says what to do."""

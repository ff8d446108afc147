from retrieval import Verdict


def changes(verdict: Verdict) -> list[tuple[str, str, str]]:
    """List what the matches of a verdict change: kind, claimed, said."""
    return [(one.kind, one.claimed, one.said) for match in verdict.matches for one in match.differences]

"""Quotation → Verdict: was it really said, by whom, and what differs."""

from retrieval.checking.messages import quotation_in
from retrieval.checking.verdict import check

__all__ = ["check", "quotation_in"]

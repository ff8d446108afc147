"""What the tests of `retrieval` share."""

from pathlib import Path

import pytest

from retrieval import Library
from tests.retrieval.samples import DEBATE, HARBOUR, library

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def seed() -> Library:
    return Library.open(SEEDS)


@pytest.fixture(scope="session")
def harbour() -> Library:
    return library(HARBOUR, DEBATE)

from __future__ import annotations

from retrieval.scratch import zeros


class Owner:
    """Somebody who needs memory."""


def test_memory_is_given_again_when_its_owner_is_gone_and_cleared() -> None:
    owner = Owner()
    first = zeros(4, owner)
    first[:] = 7
    place = first.ctypes.data
    del owner, first

    again = zeros(4, Owner())

    assert again.ctypes.data == place
    assert again.tolist() == [0, 0, 0, 0]


def test_two_owners_never_share_memory() -> None:
    one, other = Owner(), Owner()

    mine, theirs = zeros(4, one), zeros(4, other)
    mine[:] = 1

    assert theirs.tolist() == [0, 0, 0, 0]


def test_another_size_gets_other_memory() -> None:
    owner = Owner()
    zeros(4, owner)
    del owner

    assert zeros(6, Owner()).tolist() == [0, 0, 0, 0, 0, 0]

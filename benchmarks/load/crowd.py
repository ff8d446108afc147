"""What users do: a mixture of questions, quotations, typing and button presses, the same every time."""

from __future__ import annotations

import random
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from benchmarks.load.making import Made
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person
    from tests.simulator.users.reply import Reply

PEOPLE = 50
SHARES: Mapping[str, float] = {"ask": 0.5, "quote": 0.2, "typing": 0.15, "button": 0.15}
"""How often each is done; a button that nobody has been shown is a question instead."""
_REMEMBERED = 200
_WORDS_ASKED = 3
_WORDS_QUOTED = range(6, 15)


class Crowd:
    """People who use the bot at once, each waiting for nobody."""

    def __init__(self, simulator: Simulator, made: Made) -> None:
        """Gather them on the home server."""
        self._chance = random.Random(len(made.sample))  # noqa: S311 - to be the same every time is the point
        self._made = made
        self._people = [simulator.person(f"user{number}").waiting("sent") for number in range(PEOPLE)]
        self._answered: deque[tuple[Person, Reply]] = deque(maxlen=_REMEMBERED)
        self._doings: Mapping[str, Callable[[Person], Awaitable[None]]] = {
            "ask": self._ask,
            "quote": self._quote,
            "typing": self._type,
            "button": self._press,
        }

    async def act(self) -> None:
        """Have one of them do something, and return once Discord has sent it to the bot."""
        (doing,) = self._chance.choices(list(SHARES), list(SHARES.values()))
        await self._doings[doing](self._chance.choice(self._people))

    async def _ask(self, person: Person) -> None:
        words = sorted(self._words(), key=len)[-_WORDS_ASKED:]
        private = self._chance.random() < 0.5  # noqa: PLR2004 - as often as not
        reply = await person.slash("ask", question=f"Who spoke of {' and '.join(words)}?", private=private)
        self._answered.append((person, reply))

    async def _quote(self, person: Person) -> None:
        words = list(self._words())
        start = self._chance.randrange(max(1, len(words) - _WORDS_QUOTED[-1]))
        quoted = words[start : start + self._chance.choice(_WORDS_QUOTED)]
        if self._chance.random() < 0.5:  # noqa: PLR2004 - as often right as not
            quoted[len(quoted) // 2] = "never"
        self._answered.append((person, await person.slash("quote", words=" ".join(quoted))))

    async def _type(self, person: Person) -> None:
        typed = self._chance.choice(self._made.speakers)[: self._chance.randint(1, 6)]
        await person.autocomplete("ask", "speaker", typed, question="Who?")

    async def _press(self, person: Person) -> None:
        for owner, reply in self._chance.sample(list(self._answered), len(self._answered)):
            for message in reply.messages:
                if pressable := [one["custom_id"] for one in message.buttons if _is_live(one)]:
                    await owner.click(message, self._chance.choice(pressable))
                    return
        await self._ask(person)

    def _words(self) -> Sequence[str]:
        """Return the words of a turn."""
        return self._chance.choice(self._made.sample).split()


def _is_live(button: Mapping[str, object]) -> bool:
    """Tell whether a press of a button reaches the bot."""
    return "custom_id" in button and not button.get("disabled")

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.cards.about import Holdings
from bot.cards.admin import Health, status_card
from bot.languages import language_of
from tests.bot.cards.reading import lines
from tests.bot.records import SEARCHED

HELD = Holdings(searched=SEARCHED, speakers=2, failures=0)


def told(language: str, *, answering: int, processes: int) -> list[str]:
    health = Health(running=timedelta(hours=1), latency=None, late=0, answering=answering, processes=processes)
    return lines(status_card(health, HELD, (), language_of(language)))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en-GB", "Processes that answer: 1 of 2."),
        ("de", "Prozesse, die antworten: 1 von 2."),
        ("fr", "Processus qui répondent : 1 sur 2."),
        ("es-ES", "Procesos que responden: 1 de 2."),
        ("ru", "Отвечающих процессов: 1 из 2."),
        ("ja", "答えているプロセス：2個のうち1個。"),
    ],
)
def test_the_status_tells_how_many_processes_answer_of_how_many(language: str, line: str) -> None:
    assert line in [one.replace("\N{NO-BREAK SPACE}", " ") for one in told(language, answering=1, processes=2)]


def test_where_there_is_but_one_process_the_status_tells_of_none() -> None:
    assert not [line for line in told("en-GB", answering=0, processes=0) if "Processes" in line]

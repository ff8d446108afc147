from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config, ConfigError, token_fault

APPLICATION_ID = base64.urlsafe_b64encode(b"123456789012345678").decode().rstrip("=")
WELL_FORMED = f"{APPLICATION_ID}.GaBcDe.{'x' * 38}"


def faults(**variables: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        Config.from_env(variables)
    return caught.value.faults


def test_nothing_set_gives_the_defaults() -> None:
    config = Config.from_env({})

    assert config == Config(
        token=None, dev_guild_id=None, transcripts=(Path("seeds"),), data_dir=Path("data"), log_level="INFO"
    )


def test_every_variable_is_read() -> None:
    config = Config.from_env(
        {
            "DISCORD_TOKEN": WELL_FORMED,
            "DEV_GUILD_ID": "81384788765712384",
            "TRANSCRIPTS": os.pathsep.join(["one", "two/three"]),
            "DATA_DIR": "/var/lib/verbatim",
            "LOG_LEVEL": "debug",
            "REFRESH_SECONDS": "5",
            "REQUESTS_PER_MINUTE": "7",
            "ANSWERING_PROCESSES": "2",
            "HEALTH_PORT": "8080",
        }
    )

    assert config == Config(
        token=WELL_FORMED,
        dev_guild_id=81384788765712384,
        transcripts=(Path("one"), Path("two/three")),
        data_dir=Path("/var/lib/verbatim"),
        log_level="DEBUG",
        refresh_seconds=5,
        requests_per_minute=7,
        answering_processes=2,
        health_port=8080,
    )


@pytest.mark.parametrize("value", ["-1", "1.5", "86401", "often"])
def test_a_refresh_that_is_no_number_of_seconds_is_refused(value: str) -> None:
    assert faults(REFRESH_SECONDS=value)[0].startswith("REFRESH_SECONDS is not a whole number of seconds")


@pytest.mark.parametrize("value", ["-1", "1.5", "100", "many"])
def test_a_number_of_processes_that_is_none_is_refused(value: str) -> None:
    assert faults(ANSWERING_PROCESSES=value)[0].startswith("ANSWERING_PROCESSES is not a whole number from 0")


def test_the_number_of_processes_when_none_is_set_can_be_given() -> None:
    assert Config.from_env({}, processes=3).answering_processes == 3
    assert Config.from_env({"ANSWERING_PROCESSES": "0"}, processes=3).answering_processes == 0


@pytest.mark.parametrize("value", ["0", "65536", "-1", "http"])
def test_a_port_that_is_none_is_refused(value: str) -> None:
    assert faults(HEALTH_PORT=value)[0].startswith("HEALTH_PORT is not the number of a port")


def test_an_empty_variable_counts_as_unset() -> None:
    empty = dict.fromkeys(("DISCORD_TOKEN", "DEV_GUILD_ID", "TRANSCRIPTS", "DATA_DIR", "LOG_LEVEL"), " ")

    assert Config.from_env(empty) == Config.from_env({})


def test_the_folder_for_unset_transcripts_can_be_given() -> None:
    config = Config.from_env({}, seeds=Path("/opt/verbatim/seeds"))

    assert config.transcripts == (Path("/opt/verbatim/seeds"),)


def test_white_space_around_a_value_is_no_part_of_it() -> None:
    assert Config.from_env({"DISCORD_TOKEN": f" {WELL_FORMED}\r"}).token == WELL_FORMED


def test_every_fault_has_its_own_line_and_says_what_to_do() -> None:
    lines = faults(DEV_GUILD_ID="my server", LOG_LEVEL="loud", TRANSCRIPTS=os.pathsep)

    assert lines == (
        (
            "DEV_GUILD_ID is not the id of a server, which is a whole number: right-click the server in Discord → "
            "Copy Server ID (with Developer Mode on), or leave it empty"
        ),
        f"TRANSCRIPTS names no folder: give one or more, joined by “{os.pathsep}”, or leave it empty",
        "LOG_LEVEL is no level of logging: set it to one of DEBUG, INFO, WARNING, ERROR, CRITICAL",
    )


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "x", "٣", "18446744073709551616", "9" * 5000])
def test_a_server_id_that_discord_could_not_have_made_is_a_fault(value: str) -> None:
    assert len(faults(DEV_GUILD_ID=value)) == 1


@pytest.mark.parametrize("variable", ["DEV_GUILD_ID", "LOG_LEVEL"])
def test_a_token_in_the_wrong_variable_is_not_repeated(variable: str) -> None:
    assert WELL_FORMED not in str(faults(**{variable: WELL_FORMED}))


def test_the_token_is_not_shown_with_the_rest() -> None:
    assert WELL_FORMED not in repr(Config.from_env({"DISCORD_TOKEN": WELL_FORMED}))


def test_a_well_formed_token_has_no_fault() -> None:
    assert token_fault(WELL_FORMED) is None


def test_the_word_bot_before_a_token_is_named() -> None:
    assert token_fault(f"Bot {WELL_FORMED}") == "DISCORD_TOKEN starts with “Bot ”: leave that word out"


@pytest.mark.parametrize(
    "token",
    [
        "your-token-here",
        "test-token",
        "a.b.c",
        f"{base64.urlsafe_b64encode(b'not an id').decode()}.GaBcDe.{'x' * 38}",
        f"{APPLICATION_ID}.GaBcDe",
        f"{APPLICATION_ID}.GaBcDe.{'x' * 38}.more",
        f"{APPLICATION_ID}x.GaBcDe.{'x' * 38}",
    ],
)
def test_a_token_of_another_form_is_a_fault_that_says_where_tokens_are(token: str) -> None:
    fault = token_fault(token)

    assert fault == (
        "DISCORD_TOKEN does not look like a bot's token (three parts joined by dots): "
        "copy it from discord.com/developers/applications → your application → Bot → Reset Token"
    )


@given(st.text(min_size=12))
def test_no_fault_ever_repeats_a_token(token: str) -> None:
    assert token not in (token_fault(token) or "")


@given(st.dictionaries(st.sampled_from(["DEV_GUILD_ID", "TRANSCRIPTS", "DATA_DIR", "LOG_LEVEL"]), st.text()))
def test_whatever_is_set_is_a_configuration_or_a_list_of_faults(variables: dict[str, str]) -> None:
    try:
        config = Config.from_env(variables)
    except ConfigError as error:
        lines = error.faults
        assert lines
    else:
        assert config.transcripts


def test_a_pace_that_is_no_number_is_refused() -> None:
    assert faults(REQUESTS_PER_MINUTE="often")[0].startswith("REQUESTS_PER_MINUTE is not a whole number")

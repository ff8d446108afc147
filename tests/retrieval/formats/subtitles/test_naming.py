from __future__ import annotations

from datetime import timedelta

from retrieval.formats.subtitles.naming import Shown, attributed


def named(*cues: str) -> list[tuple[str | None, str]]:
    shown = [
        Shown(start=timedelta(seconds=number), end=timedelta(seconds=number + 1), lines=tuple(cue.split("\n")))
        for number, cue in enumerate(cues)
    ]
    return [(one.label, one.words) for one in attributed(shown) if one.words]


def test_a_cue_without_the_name_that_others_repeat_is_nobody_s() -> None:
    cues = ("Ann Lee: Good morning.", "Ann Lee: All well?", "Bob Ray: Yes.", "Bob Ray: Quite.", "mumbling")

    assert named(*cues)[-2:] == [("Bob Ray", "Quite."), (None, "mumbling")]


def test_a_name_that_is_printed_at_changes_only_holds_until_the_next() -> None:
    assert named("ANN: Good morning.", "All well?", "BOB: Yes.", "Quite.") == [
        ("ANN", "Good morning."),
        ("ANN", "All well?"),
        ("BOB", "Yes."),
        ("BOB", "Quite."),
    ]


def test_the_lines_of_one_cue_are_one_speaker_s() -> None:
    assert named("Ann: Good\nmorning.", "Bob: Yes,\nquite.", "Ann: Well.", "Bob: Bye.")[:2] == [
        ("Ann", "Good"),
        ("Ann", "morning."),
    ]


def test_two_may_speak_in_one_cue() -> None:
    assert named("- ANN: Hello.\n- BOB: Hi.", "- ANN: Well?\n- BOB: Well.")[:2] == [("ANN", "Hello."), ("BOB", "Hi.")]


def test_names_in_brackets_are_names() -> None:
    assert named("[SPEAKER_00]: Hello.", "[SPEAKER_01] Hi.") == [("SPEAKER_00", "Hello."), ("SPEAKER_01", "Hi.")]


def test_a_mark_of_change_without_a_name_ends_the_name_before() -> None:
    assert named(">> ANN: Hello.", "How are you?", ">> Fine.", "Thanks.", ">> BOB: Well.", "So.") == [
        ("ANN", "Hello."),
        ("ANN", "How are you?"),
        (None, "Fine."),
        (None, "Thanks."),
        ("BOB", "Well."),
        ("BOB", "So."),
    ]


def test_a_name_that_stands_alone_holds_for_the_next_cue() -> None:
    cues = ("Ann Lee:", "Good morning.", "Bob Ray:", "Hi.", "Ann Lee:", "So.", "Bob Ray:", "Bye.")

    assert named(*cues)[:2] == [("Ann Lee", "Good morning."), ("Bob Ray", "Hi.")]


def test_a_colon_in_a_film_names_nobody() -> None:
    assert named("What did you see?", "Star Wars: A New Hope.", "What a film.") == [
        (None, "What did you see?"),
        (None, "Star Wars: A New Hope."),
        (None, "What a film."),
    ]


def test_a_name_that_comes_back_in_a_film_holds_for_its_own_cue() -> None:
    assert named("What?", "JERRY: Nothing.", "Come on.", "JERRY: No!", "Please.") == [
        (None, "What?"),
        ("JERRY", "Nothing."),
        (None, "Come on."),
        ("JERRY", "No!"),
        (None, "Please."),
    ]


def test_a_dash_within_a_sentence_opens_nothing() -> None:
    assert named("It is five below:", "-5 degrees", "and cold", "- or so they say", "– I believe.") == [
        (None, "It is five below:"),
        (None, "-5 degrees"),
        (None, "and cold"),
        (None, "- or so they say"),
        (None, "– I believe."),
    ]


def test_a_dash_between_sentences_opens_somebody_s_words() -> None:
    cues = ("ANN: Hello.", "- Hi.", "BOB: Well?")

    assert named(*cues) == [("ANN", "Hello."), (None, "Hi."), ("BOB", "Well?")]

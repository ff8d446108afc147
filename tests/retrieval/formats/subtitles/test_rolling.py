from retrieval.formats.subtitles.rolling import unrolled


def test_rolling_captions_say_each_line_once() -> None:
    cues = [
        ("hello<00:00:00.400><c> everyone</c>",),
        ("hello everyone",),
        ("hello everyone", "and<00:00:02.800><c> welcome</c>"),
        ("and welcome",),
        ("and welcome", "to<00:00:04.100><c> Bergen</c>"),
    ]

    assert unrolled(cues) == [("hello everyone",), (), ("and welcome",), (), ("to Bergen",)]


def test_captions_that_roll_without_stamps_say_each_line_once() -> None:
    assert unrolled([("one", "two"), ("two", "three"), ("three", "four")]) == [("one", "two"), ("three",), ("four",)]


def test_captions_that_grow_say_each_word_once() -> None:
    assert unrolled([("hello",), ("hello everyone",), ("hello everyone and",), ("bye",)]) == [
        ("hello",),
        ("everyone",),
        ("and",),
        ("bye",),
    ]


def test_a_word_that_is_said_twice_while_captions_roll_is_kept_twice() -> None:
    cues = [("well",), ("well", "no"), ("no", "no"), ("no", "never")]

    assert unrolled(cues) == [("well",), ("no",), ("no",), ("never",)]


def test_somebody_who_repeats_a_line_in_still_captions_says_it_again() -> None:
    cues = [("No.",), ("No.",), ("No.",), ("I said no.",), ("I said no.", "Never.")]

    assert unrolled(cues) == cues


def test_a_cue_that_lights_up_another_word_says_nothing_new() -> None:
    cues = [("<u>Good</u> morning.",), ("Good morning.",), ("Good <u>morning.</u>",), ("<u>Bye.</u>",)]

    assert unrolled(cues) == [("Good morning.",), (), (), ("Bye.",)]

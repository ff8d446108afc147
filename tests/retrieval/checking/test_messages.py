import pytest

from retrieval import Quotation, quotation_in


@pytest.mark.parametrize(
    ("message", "words", "speaker"),
    [
        ("The harbour is far too narrow", "The harbour is far too narrow", None),
        ("Is “the harbour is too narrow” really his?", "the harbour is too narrow", None),
        ('Holm: "The harbour is too narrow."', "The harbour is too narrow.", "Holm"),
        ("Lol, Holm said ‘the harbour isn’t narrow’", "the harbour isn’t narrow", "Holm"),
        ("Anna Holm, Minister, said: 'It isn't too narrow'", "It isn't too narrow", "Anna Holm"),
        ("Really? According to Minister Anna Holm, «it is too narrow».", "it is too narrow", "Minister Anna Holm"),
        ("“It is too narrow,” said Anna Holm yesterday", "It is too narrow,", "Anna Holm"),
        ("“It is too narrow” – Holm, 2021", "It is too narrow", "Holm"),
        ("“It is too narrow” (Anna Holm, Minister)", "It is too narrow", "Anna Holm"),
        ("“It is narrow,” Holm said, “and far too old.”", "It is narrow, and far too old.", "Holm"),
        ("The harbour is too narrow — Holm", "The harbour is too narrow", "Holm"),
        ("Anna Holm told reporters in Oslo that “it is too narrow”", "it is too narrow", "Anna Holm"),
        ("As she said: “it is too narrow”", "it is too narrow", None),
        ("BREAKING: “it is too narrow”", "it is too narrow", None),
        ("Frau Holm sagte: „Er ist viel zu eng“", "Er ist viel zu eng", "Frau Holm"),
        ("Холм: «Она слишком узкая»", "Она слишком узкая", "Холм"),
        ("ホルム：「港は狭すぎます」", "港は狭すぎます", "ホルム"),
        ("彼女は「港は狭すぎます」と言った", "港は狭すぎます", None),
        ("> The harbour is\n> too narrow\n— Anna Holm", "The harbour is\ntoo narrow", "Anna Holm"),
        ("Holm:\n> The harbour is too narrow\nReally?", "The harbour is too narrow", "Holm"),
        ("look\n>>> It is narrow.\nAnd old.", "It is narrow.\nAnd old.", None),
        ("> he said “it is too narrow”\nno way", "it is too narrow", None),
        ("The so-called “expert” finds it too narrow", "The so-called “expert” finds it too narrow", None),
        ("“short one” and “this one is the longer of both”", "this one is the longer of both", None),
        ("<@123> it is too narrow <:sad:42> https://example.org/x", "it is too narrow", None),
        ("", "", None),
        ("😀", "😀", None),
        (">", ">", None),
    ],
)
def test_what_is_quoted_and_whom_is_found(message: str, words: str, speaker: str | None) -> None:
    assert quotation_in(message) == Quotation(words=words, speaker=speaker)

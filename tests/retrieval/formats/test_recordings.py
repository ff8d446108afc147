import pytest

from retrieval.formats.recordings import language_in, readable


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a/GMT20240115-150000_Recording.transcript.vtt", "2024-01-15_Recording.vtt"),
        ("Sync-20240115_100000UTC-Meeting Recording.vtt", "Sync-2024-01-15-Meeting Recording.vtt"),
        ("talk.pt-BR.srt", "talk.srt"),
        ("talk.mp3.json", "talk.json"),
        ("talk 1.5 hours.vtt", "talk 1.5 hours.vtt"),
        ("20241399_123.vtt", "20241399_123.vtt"),
    ],
)
def test_a_name_loses_what_programs_put_into_it(source: str, name: str) -> None:
    assert readable(source) == name


@pytest.mark.parametrize(
    ("source", "language"), [("talk.en.vtt", "en"), ("talk.pt-BR.srt", "pt-BR"), ("talk.vtt", None)]
)
def test_subtitles_bear_their_language_before_their_ending(source: str, language: str | None) -> None:
    assert language_in(source) == language

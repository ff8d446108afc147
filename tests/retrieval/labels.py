from retrieval.speakers import identify


def person(label: str, heading: str) -> tuple[str, str | None]:
    speaker = identify([label], heading)[label]
    assert speaker is not None
    assert speaker.label == label
    return speaker.name, speaker.title

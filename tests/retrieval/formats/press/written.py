"""Each style that people label speakers in, imitated by a few lines about a harbour."""

ANNA, JONAS, IDA = "Anna Holm", "Jonas Berg", "Ida Lund"
WORDS = (
    (ANNA, "Welcome to the quay. Who keeps the lamp?"),
    (JONAS, "I do. One thing is clear: it burns oil."),
    (ANNA, "And who pays?"),
    (IDA, "The town pays."),
    (JONAS, "So far, it does."),
    (ANNA, "Thank you both."),
)


def written(before: str, after: str, apart: str = "\n\n") -> str:
    """Return the words as a file whose labels stand between two strings; `@` stands for a time, half a minute on."""
    lines = []
    for number, (name, words) in enumerate(WORDS):
        clock = f"00:{number // 2:02}:{number % 2 * 30:02}"
        lines.append(f"{before}{name}{after}{words}".replace("@", clock))
    return apart.join(lines) + "\n"

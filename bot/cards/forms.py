"""Forms in which users write more than a menu can offer."""

from __future__ import annotations

from discord import TextStyle, ui

from bot.cards.buttons import custom_id
from bot.cards.escaping import one_line
from bot.wording import shortened

_LONGEST_TITLE = 45
LONGEST_QUESTION = 500


def question_form(action: str, *state: str, title: str, label: str) -> ui.Modal:
    """Make a form with one field, for a question.

    Args:
        action: The name of the handler, which is given what was written.
        state: What else the handler is given.
        title: Heads the form; shortened where it is too long.
        label: Names the field.
    """
    form = ui.Modal(title=shortened(one_line(title), _LONGEST_TITLE), custom_id=custom_id(action, *state))
    field = ui.TextInput[ui.Modal](style=TextStyle.paragraph, max_length=LONGEST_QUESTION, custom_id="question")
    form.add_item(ui.Label(text=label, component=field))
    form.stop()  # it is answered as an interaction of its own, by whichever process is running then
    return form

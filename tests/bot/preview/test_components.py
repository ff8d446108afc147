from __future__ import annotations

import discord
from discord import ui

from bot.cards.card import Card, Picture, gallery
from bot.preview.components import html_of_card

PICTURE = Picture(name="quote.png", data=b"png", description="“Yes” — Ann")


def test_texts_stand_in_a_box_with_the_speakers_colour() -> None:
    card = Card(ui.Container(ui.TextDisplay("> Yes"), accent_colour=0xD17A45))

    assert html_of_card(card) == (
        '<div class="container" style="border-left:4px solid #d17a45">'
        '<div class="text"><blockquote><div>Yes</div></blockquote></div></div>'
    )


def test_buttons_stand_in_a_row_and_one_may_be_off() -> None:
    row: ui.ActionRow[Card] = ui.ActionRow(
        ui.Button(label="Next <", custom_id="a"),
        ui.Button(label="Previous", custom_id="b", disabled=True),
        ui.Button(label="Source", url="https://example.org"),
    )

    assert html_of_card(Card(row)) == (
        '<div class="row"><button class="secondary">Next &lt;</button>'
        '<button class="secondary" disabled>Previous</button><button class="link">Source</button></div>'
    )


def test_a_menu_shows_what_is_chosen_or_what_it_is_for() -> None:
    options = [discord.SelectOption(label="Ann"), discord.SelectOption(label="Bob", default=True)]
    chosen: ui.ActionRow[Card] = ui.ActionRow(ui.Select(custom_id="a", options=options))
    open_: ui.ActionRow[Card] = ui.ActionRow(ui.Select(custom_id="b", options=options[:1], placeholder="Who?"))

    html = html_of_card(Card(chosen, open_))

    assert "<span>Bob</span>" in html
    assert "<span>Who?</span>" in html


def test_a_picture_that_goes_along_is_part_of_the_page() -> None:
    card = Card(gallery(PICTURE), pictures=[PICTURE])

    assert html_of_card(card) == ('<img class="media" src="data:image/png;base64,cG5n" alt="“Yes” — Ann">')


def test_sections_and_separators_are_shown() -> None:
    section: ui.Section[Card] = ui.Section("Words", accessory=ui.Thumbnail("https://example.org/a.png"))
    card = Card(section, ui.Separator(), ui.Separator(visible=False))

    assert html_of_card(card) == (
        '<div class="section"><div><div class="text"><div>Words</div></div></div>'
        '<img class="thumbnail" src="https://example.org/a.png" alt=""></div><hr><div class="gap"></div>'
    )

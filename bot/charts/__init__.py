"""How often something was said over time: as bars of text, or where matplotlib is installed as a picture."""

from bot.charts.bars import Bar, Bars, bars_of
from bot.charts.drawing import drawn
from bot.charts.picture import png

__all__ = ["Bar", "Bars", "bars_of", "drawn", "png"]

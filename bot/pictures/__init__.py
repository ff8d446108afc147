"""A quote → a picture of it to share, word for word.

What it is drawn with comes with the extra `pictures` (see `bot.extras`) and is loaded when the first one is wanted.
"""

from bot.pictures.alternative import alternative_text
from bot.pictures.errors import PictureError

__all__ = ["PictureError", "alternative_text"]

"""A quote → a picture of it to share, word for word; what is drawn with comes with an extra."""

from bot.pictures.alternative import alternative_text
from bot.pictures.availability import pictures_available
from bot.pictures.errors import PictureError

__all__ = ["PictureError", "alternative_text", "pictures_available"]

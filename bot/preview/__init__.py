"""Each card as people see it: the payload that Discord is sent → a page that looks like Discord → a picture."""

from bot.preview.chromium import PreviewError
from bot.preview.writing import INDEX, write

__all__ = ["INDEX", "PreviewError", "write"]

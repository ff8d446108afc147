"""Whether the packages of the extra `pictures` are installed; asking loads none of them."""

from functools import cache
from importlib.util import find_spec

NEEDED = ("PIL", "fontTools", "fontpkg_noto_serif", "fontpkg_noto_sans")


@cache
def pictures_available() -> bool:
    """Tell whether quotes can be drawn here."""
    return all(find_spec(package) for package in NEEDED)

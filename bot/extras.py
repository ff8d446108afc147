"""Which of the optional packages are installed; asking loads none of them."""

from functools import cache
from importlib.util import find_spec

_FOR_PICTURES = ("PIL", "fontTools", "fontpkg_noto_serif", "fontpkg_noto_sans")


@cache
def pictures_available() -> bool:
    """Tell whether quotes can be drawn here: the extra `pictures`."""
    return all(find_spec(package) for package in _FOR_PICTURES)

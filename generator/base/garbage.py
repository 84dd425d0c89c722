"""How often Python looks for garbage in cycles."""

import gc

_THRESHOLD = 50_000


def keep_loaded() -> None:
    """Never look through what is there now: modules and what is read at the start stay to the end."""
    gc.freeze()


def collect_seldom() -> None:
    """Look seldom: a build makes thousands of small things, hardly any of them in cycles."""
    gc.set_threshold(_THRESHOLD)

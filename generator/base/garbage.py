"""How often Python looks for garbage in cycles."""

import atexit
import gc

_THRESHOLD = 600_000  # a hundred projects; what lies in cycles until then takes some megabytes


def keep_loaded() -> None:
    """Never look through what is there now: modules and what is read at the start stay to the end.

    Once in a process: whatever garbage lies among it stays to the end as well.
    """
    if not gc.get_freeze_count():
        gc.freeze()


def collect_seldom() -> None:
    """Look seldom: we make millions of small things, hardly any of them in cycles.

    Ten thousand rows of a form took a fifth of their time for looks that found nothing.
    """
    gc.set_threshold(_THRESHOLD)


def leave_to_system() -> None:
    """Take nothing apart when the process ends: the system takes back its memory as a whole.

    A cold check spent a fifth of its time on looking through modules that were about to go. Not
    before: whoever goes on after a command would never get back what it leaves in cycles.
    """
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)

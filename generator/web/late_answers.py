"""Screens that take their time: the frame at once, what is in it as soon as it is worked out."""

import threading
from collections.abc import Callable, Hashable

from generator.base.html import Html, tag

Make = Callable[[], Html]


def late(address: str, said: str) -> Html:
    """Write the place into which the script puts what an address gives."""
    return tag(
        "div", tag("p", said, role="status"), id="late", data_from=address, aria_live="polite"
    )


class Kept:
    """What was worked out last, for as long as its state is the same; one works it out at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: Hashable = None
        self._made = Html("")

    def of(self, state: Hashable, make: Make) -> Html:
        """Return what was made for a state; make it, if that was another one."""
        with self._lock:
            if self._state != state:
                self._made = make()
                self._state = state
            return self._made

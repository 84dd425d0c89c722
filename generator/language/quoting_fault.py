"""What goes wrong when something is quoted: one fault, at its place in the text."""

from typing import Final

NOWHERE: Final = -1


class LanguageError(Exception):
    """A tag that gives no words: what is wrong, at which character, which word, and what to do.

    ``at`` counts characters of the text from its beginning; whoever knows it says so later.
    """

    def __init__(self, message: str, at: int = NOWHERE, word: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.word, self.hint = message, at, word, hint

    def placed(self, at: int) -> "LanguageError":
        """Say where it is, unless that is known."""
        if self.at == NOWHERE:
            self.at = at
        return self


class MissingError(LanguageError):
    """A name that is not there: to ask whether it is there is no fault."""


class NobodysNameError(LanguageError):
    """A name of the unit's own choice that it has not given: to ask whether it is there is no fault."""


class BlankError(MissingError):
    """A name that there is, and nothing is filled in for it."""


class TooLongError(LanguageError):
    """What is written would not end, or not soon."""

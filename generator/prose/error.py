"""What goes wrong when text quotes figures."""


class ProseError(Exception):
    """Text that cannot be rendered: what is wrong, on which line of it, and which word.

    It never leaves this floor: ``render`` turns it into a problem with its place.
    """

    def __init__(self, message: str, line: int = 0, word: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.word, self.hint = message, line, word, hint

"""XML that a template prints as it is."""


class Markup(str):
    """A piece of XML that stands for runs: a field, a drawing. Written as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell whoever fills templates with Jinja that nothing is to be escaped."""
        return str(self)

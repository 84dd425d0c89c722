"""How a draft shows what is missing."""

from typing import Final

GAP: Final = "【待补】"

"""What is wrong with a scheme, by key path; the check turns it into a problem with a place."""

from dataclasses import dataclass
from typing import Literal

from generator.base.problem import Severity

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a scheme, before its line is looked up."""

    code: str
    keys: Keys
    message: str
    hint: str = ""
    quote: str = ""
    severity: Severity = Severity.ERROR
    on: Literal["key", "value"] = "value"

"""What is wrong with a scheme, by key path; the check turns it into a problem with a place."""

from typing import Literal, NamedTuple

from generator.base.problem import Severity
from generator.base.toml import KeyPath


class Fault(NamedTuple):
    """One thing that is wrong with a scheme, before its line is looked up."""

    code: str
    keys: KeyPath
    message: str
    hint: str = ""
    quote: str = ""
    severity: Severity = Severity.ERROR
    on: Literal["key", "value"] = "value"

"""An audit as data for programs: the documented JSON shape."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.base.json_shape import JsonObject
from generator.base.problem_data import problems_as_data
from generator.use.audit.file_rows import file_rows
from generator.use.audit.found import Audited

NO_READINGS: Final[Mapping[str, JsonObject]] = MappingProxyType({})


def audit_data(audited: Audited, readings: Mapping[str, JsonObject] = NO_READINGS) -> JsonObject:
    """Lay problems, what could not be checked, and every file out; with how it was read, if asked."""
    return {
        **problems_as_data(audited.problems),
        "unchecked": [one.as_data() for one in audited.unchecked],
        "schemes": audited.remarks,
        "files": [
            {**row.as_data(), "reading": readings[row.file]}
            if row.file in readings
            else row.as_data()
            for row in file_rows(audited)
        ],
    }

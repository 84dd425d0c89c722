"""An audit as data for programs: the documented JSON shape."""

from typing import Any

from generator.base.problem_data import problems_as_data
from generator.use.audit.file_rows import file_rows
from generator.use.audit.found import Audited


def audit_data(audited: Audited) -> dict[str, Any]:
    """Lay problems, what could not be checked, and every file out."""
    return {
        **problems_as_data(audited.problems),
        "unchecked": [one.as_data() for one in audited.unchecked],
        "schemes": audited.remarks,
        "files": [row.as_data() for row in file_rows(audited)],
    }

"""The names of the input files that every folder has, or may have."""

from typing import Final

UNIT_FILE: Final = "unit.toml"
DEPARTMENT_FILE: Final = "department.toml"

"""The packaged pack of type setting."""

from functools import cache
from pathlib import Path

from generator.base import cache as kept
from generator.base.regular_file import read_regular
from generator.base.toml import read_toml
from generator.model.type_setting import TypeSetting

LAYOUT_FILE = "layout.toml"
_LIBRARIES = ("tomli",)
_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def type_setting() -> TypeSetting:
    """Read the pack: inside a wheel, or beside the code in a checkout."""
    inside = _PACKAGE / "templates" / LAYOUT_FILE
    path = inside if inside.is_file() else _PACKAGE.parent / "templates" / LAYOUT_FILE
    key = kept.cache_key(_LIBRARIES, LAYOUT_FILE.encode(), read_regular(path))
    known: TypeSetting | None = kept.load_values(key)
    if known is not None:
        return known
    file, problems = read_toml(path, LAYOUT_FILE)
    if file is None:
        raise ValueError(problems)
    setting = TypeSetting.from_data(file.data)
    kept.keep(key, setting)
    return setting

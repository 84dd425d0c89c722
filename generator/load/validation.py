"""Turn what a model refuses into problems that a clerk understands, at their line."""

from typing import Any, TypeVar, get_args

from generator.base.problem import Problem, Severity
from generator.base.suggestion import nearest
from generator.base.toml import KeyPath, TomlFile
from generator.model.entry import Entry, Fault, titles

EntryT = TypeVar("EntryT", bound=Entry)

LONGEST_QUOTE = 40


def validate(model: type[EntryT], file: TomlFile) -> tuple[EntryT | None, tuple[Problem, ...]]:
    """Build a model from a TOML file, or say everything that is wrong with the file."""
    entry, faults = model.read(file.data)
    # What stands in a table below is not missing: it is told where it stands.
    astray = {str(fault.keys[-1]) for fault in faults if _is_of_top(model, fault)}
    told = (
        f
        for f in faults
        if not (f.kind == "missing" and f.keys == (f.keys[-1],) and f.keys[-1] in astray)
    )
    return entry, tuple(_problem(model, file, fault) for fault in told)


def _is_of_top(model: type[Entry], fault: Fault) -> bool:
    """Tell a key of the top of a file that stands below a table, and so in it."""
    is_below = fault.kind == "unknown" and len(fault.keys) > 1
    return is_below and fault.keys[-1] in dict(titles(model)) and not isinstance(fault.value, dict)


def _problem(model: type[Entry], file: TomlFile, fault: Fault) -> Problem:
    last = str(fault.keys[-1]) if fault.keys else ""
    known = dict(titles(owner_of(model, fault.keys[:-1]) or Entry))
    if fault.kind == "unknown":
        place = file.place(fault.keys, on="key")
        hint = _suggestion(last, known)
        if _is_of_top(model, fault):
            hint = f"这个键写在表的外面：移到文件最前面、[{fault.keys[0]}] 之前"
        return Problem("I10", Severity.ERROR, f"不认识的键“{last}”", place, hint, quote=last)
    place = file.place(fault.keys)
    if fault.kind == "missing":
        title = f"（{known[last]}）" if known.get(last) else ""
        owner = owner_of(model, fault.keys)
        is_table = owner is not None and len(fault.keys) == 1
        hint = f"请写上 [{last}] 一节" if is_table else f"请在此处写上 {last} = …"
        return Problem("I11", Severity.ERROR, f"缺少“{last}”{title}", place, hint)
    from generator.load.typed_slips import typed_slip  # noqa: PLC0415 - for faults only

    message, hint = f"“{last}”{fault.message}", typed_slip(fault, file.data).hint
    return Problem("I12", Severity.ERROR, message, place, hint, _quote(fault.value))


def _quote(value: Any) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def owner_of(model: type[Entry], keys: KeyPath) -> type[Entry] | None:
    """Follow a key path through the models to the one that holds its end."""
    current: type[Entry] | None = model
    for key in keys:
        if current is None:
            break
        if isinstance(key, str):
            found = (f for f in current.fields().values() if f.key == key)
            current = next((_model_inside(f.annotation) for f in found), None)
    return current


def _model_inside(annotation: Any) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_inside(inner))), None)


def _suggestion(word: str, known: dict[str, str]) -> str:
    if near := nearest(word.replace("_", "-").lower(), known):
        return "是不是想写：" + "、".join(f"{key}（{known[key]}）" for key in near)
    for key, title in known.items():
        if title and (word in title or title in word):
            return f"“{word}”请写作 {key}"
    return "这里可以写：" + "、".join(known) if known else ""

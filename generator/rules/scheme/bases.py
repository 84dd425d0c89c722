"""Bases of a scheme: every value names one that is there, and none is there for nothing."""

from collections.abc import Iterator

from generator.base.problem import Severity
from generator.base.suggestion import suggest
from generator.base.toml import KeyPath
from generator.model.basis import Basis
from generator.model.change import Change
from generator.model.entry import Entry
from generator.model.scheme import Scheme
from generator.rules.scheme.scheme_fault import Fault

UNUSED = Fault("S09", (), "", severity=Severity.WARNING)  # of a basis that no value rests on


def check_bases(scheme: Scheme) -> Iterator[Fault]:
    """Every value names a basis that is there, and every basis is named."""
    known = [basis.id for basis in scheme.basis]
    used: set[str] = set()
    for keys, name in named_bases(scheme, ()):
        used.add(name)
        if name not in known:
            yield Fault("S09", keys, f"没有依据“{name}”", suggest(name, known), quote=name)
    for index, name in enumerate(known):
        at = ("basis", index, "id")
        if name in known[:index]:
            yield Fault("S09", at, f"依据代码“{name}”重复", "每个依据的 id 各不相同", quote=name)
        elif name not in used:
            message, hint = f"依据“{name}”没有一处用到", "请删去，或在所依据的值旁写上它"
            yield UNUSED._replace(keys=at, message=message, hint=hint, quote=name)


def named_bases(value: object, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Go through a scheme and list every ``basis = "…"`` with its key path."""
    if isinstance(value, Basis | Change):
        return
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from named_bases(inner, (*keys, index))
    elif isinstance(value, Entry):
        for name, field in type(value).fields().items():
            key, inner = field.key, getattr(value, name)
            if key == "basis" and isinstance(inner, str):
                yield (*keys, key), inner
            else:
                yield from named_bases(inner, (*keys, key))

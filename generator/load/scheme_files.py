"""Read schemes: each laid over those that it is based on, once for every year in which it changes."""

from collections.abc import Container, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator.base.chinese import has_chinese
from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.suggestion import suggest
from generator.base.toml import TomlFile, read_toml, value_at
from generator.load.kept import kept
from generator.load.overlay import laid_over
from generator.load.packaged import packaged_templates
from generator.load.packs import AskedAt, Packs, program_packs
from generator.load.validation import validate
from generator.model.scheme import Scheme

SCHEMES = "schemes"
# What a scheme says of itself, and what has gone into the base's values already.
_OWN = ("id", "title", "region", "remark", "based-on", "without", "force", "taken", "change")


class LoadedScheme(NamedTuple):
    """A scheme with the file it was read from."""

    scheme: Scheme
    source: TomlFile


FoundScheme = tuple[LoadedScheme | None, tuple[Problem, ...]]


class SchemeVersions(NamedTuple):
    """A scheme as it is from a year on, for each year in which it changes; the first has year 0."""

    versions: tuple[tuple[int, FoundScheme], ...]

    def of(self, year: int | None = None) -> FoundScheme:
        """Return the scheme for a year; without one, as it is last."""
        in_force = [found for since, found in self.versions if year is None or since <= year]
        return in_force[-1]

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years from which on something is different."""
        return tuple(since for since, _ in self.versions[1:])


def own_schemes(packs: Packs) -> tuple[str, ...]:
    """List the schemes of a workspace: those that did not come with the program."""
    packaged = packaged_templates()
    found = packs.names(SCHEMES, ".toml")
    return tuple(id for id, path in found.items() if not path.is_relative_to(packaged))


def load_schemes(packs: Packs) -> dict[str, FoundScheme]:
    """Read all schemes as they are last, by id."""
    known = _all_schemes(program_packs())
    if packs == program_packs():
        return known
    own = own_schemes(packs)
    return {
        id: known[id] if is_of_program(id, known, own) else load_versions(packs, id).of()
        for id in packs.scheme_ids()
    }


@kept(f"{SCHEMES}/*.toml")
def _all_schemes(packs: Packs) -> dict[str, FoundScheme]:
    return {id: load_versions(packs, id).of() for id in packs.scheme_ids()}


def is_of_program(scheme_id: str, known: Mapping[str, FoundScheme], own: Container[str]) -> bool:
    """Tell whether a scheme is in a workspace what it is without: no file of its own lies in it."""
    seen: set[str] = set()
    while scheme_id and scheme_id not in seen:
        loaded, problems = known.get(scheme_id, (None, ()))
        if loaded is None or problems or scheme_id in own:
            return False
        seen.add(scheme_id)
        scheme_id = loaded.scheme.based_on
    return True


def load_scheme(
    packs: Packs, scheme_id: str, asked_at: AskedAt, year: int | None = None
) -> FoundScheme:
    """Read a scheme by id; an unknown id is a problem at the place that asked for it."""
    if scheme_id not in packs.scheme_ids():
        return unknown_scheme(packs, scheme_id, asked_at)
    return load_versions(packs, scheme_id).of(year)


def unknown_scheme(packs: Packs, scheme_id: str, asked_at: AskedAt) -> FoundScheme:
    """Say that there is no such scheme."""
    message = f"没有评分方案“{scheme_id}”" if scheme_id else "没有写明评分方案 scheme"
    named = _ids_by_title(packs, scheme_id) if has_chinese(scheme_id) else []
    hint = (
        f"方案写它的代码：{'、'.join(named)}" if named else suggest(scheme_id, packs.scheme_ids())
    )
    return None, (Problem("I17", Severity.ERROR, message, asked_at(), hint, quote=scheme_id),)


def _ids_by_title(packs: Packs, words: str) -> list[str]:
    """Return the schemes whose title holds some words: somebody wrote the document in place of the id."""
    found = ((id, read_toml(path, "")[0]) for id, path in packs.names(SCHEMES, ".toml").items())
    return [id for id, file in found if file is not None and words in str(file.data.get("title"))]


def load_versions(packs: Packs, scheme_id: str) -> SchemeVersions:
    """Read a scheme that there is, with those below it."""
    chain, problems = _chain(packs, scheme_id)
    if not chain:
        return SchemeVersions(((0, (None, problems)),))
    problems = (*problems, *_strange_paths(chain), *_strange_changes(chain))
    years = sorted({year for file in chain for year, _ in _changes(file)})
    return SchemeVersions(tuple((since, _version(chain, since, problems)) for since in (0, *years)))


def _version(chain: list[TomlFile], year: int, problems: tuple[Problem, ...]) -> FoundScheme:
    source = _laid_together(chain, year)
    scheme, faults = validate(Scheme, source)
    found = tuple(dict.fromkeys((*problems, *faults)))
    return (None if scheme is None else LoadedScheme(scheme, source)), found


def _laid_together(chain: list[TomlFile], year: int) -> TomlFile:
    """Lay the files over each other, the undermost first, each with its changes up to a year."""
    whole: TomlFile | None = None
    for file in reversed(chain):
        base, whole = whole, file
        if base is not None:
            whole = laid_over(base, file, own=_OWN, without=_without(file))
        for since, index in _changes(file):
            if since <= year:
                whole = laid_over(whole, file, ("change", index))
    return whole if whole is not None else chain[0]


def _changes(file: TomlFile) -> list[tuple[int, int]]:
    """List the changes of a file: since when, and which; what is no change is told by its shape."""
    rows = file.data.get("change")
    dated = [
        (row["from"], index)
        for index, row in enumerate(rows if isinstance(rows, list) else ())
        if isinstance(row, dict) and isinstance(row.get("from"), int)
    ]
    return sorted(dated)


def _chain(packs: Packs, scheme_id: str) -> tuple[list[TomlFile], tuple[Problem, ...]]:
    """Read a scheme and those below it, uppermost first; nothing when one of them is missing."""
    known = packs.names(SCHEMES, ".toml")
    chain: list[TomlFile] = []
    problems: list[Problem] = []
    names = [scheme_id]
    while True:
        source, faults = read_toml(known[names[-1]], shown_path(known[names[-1]]))
        problems += faults
        if source is None:
            return [], tuple(problems)
        problems += _misnamed(source, known[names[-1]])
        chain.append(source)
        base = source.data.get("based-on", "")
        if not isinstance(base, str) or not base:
            return chain, tuple(problems)
        if base in names or base not in known:
            return [], (*problems, _no_base(source, base, names, list(known)))
        names.append(base)


def _misnamed(source: TomlFile, path: Path) -> Iterator[Problem]:
    id = source.data.get("id")
    if isinstance(id, str) and id != path.stem:
        message = f"方案代码“{id}”与文件名“{path.stem}”不同"
        yield Problem("S01", Severity.ERROR, message, source.place(("id",)), "请改成一样")


def _no_base(source: TomlFile, base: str, names: list[str], known: list[str]) -> Problem:
    place = source.place(("based-on",))
    if base in names:
        circle = " → ".join((*names[names.index(base) :], base))
        message, hint = f"底本绕成了圈：{circle}", "请去掉其中一个 based-on"
    else:
        message, hint = (
            f"没有作底本的方案“{base}”",
            suggest(base, [k for k in known if k not in names]),
        )
    return Problem("S18", Severity.ERROR, message, place, hint, quote=base)


def _without(file: TomlFile) -> tuple[str, ...]:
    paths = file.data.get("without")
    return tuple(map(str, paths)) if isinstance(paths, list) else ()


def _strange_paths(chain: list[TomlFile]) -> Iterator[Problem]:
    """Find what is not to come from a base and is not there."""
    for file, base in pairwise(chain):
        below = _laid_together(chain[chain.index(base) :], 0)
        for index, path in enumerate(_without(file)):
            if not _is_there(below, path):
                place = file.place(("without", index))
                message, hint = f"底本里没有“{path}”", "请删去，或照底本里的键写"
                yield Problem("S18", Severity.ERROR, message, place, hint, quote=path)


def _strange_changes(chain: list[TomlFile]) -> Iterator[Problem]:
    """Find changes of which only one can hold, and those before the scheme itself holds."""
    for file in chain:
        seen: set[int] = set()
        force = file.data.get("force")
        first = force.get("from") if isinstance(force, dict) else None
        for year, index in _changes(file):
            message = hint = ""
            if year in seen:
                message = f"{year} 年度的 [[change]] 写了两次，不知道以哪一个为准"
                hint = "请合成一个"
            elif isinstance(first, int) and year < first:
                message = f"[[change]] 的 {year} 年度早于适用年度的起始年 {first}"
                hint = "请改正 from；从一开始就是这样的，直接写在方案里"
            seen.add(year)
            if message:  # looking a place up reads the whole file once more
                place = file.place(("change", index, "from"))
                yield Problem("S10", Severity.ERROR, message, place, hint, quote=str(year))


def _is_there(file: TomlFile, path: str) -> bool:
    first, _, rest = path.partition(".")
    value = file.data.get(first)
    if isinstance(value, list) and rest:
        return any(isinstance(row, dict) and row.get("id") == rest for row in value)
    return value_at(file.data, tuple(path.split("."))) is not None

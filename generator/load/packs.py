"""Find and read packs: a workspace's own ``templates/`` first, then the packaged one."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem
from generator.base.strange_text import shown_path
from generator.base.toml import TomlFile, read_toml
from generator.load.kept import kept
from generator.load.packaged import packaged_templates
from generator.load.validation import validate
from generator.model.wording_packs import Wording
from generator.model.wording_rule import WordingRules


class Packs(NamedTuple):
    """The folders in which packs are looked up, nearest first."""

    roots: tuple[Path, ...]

    def find(self, kind: str, name: str) -> Path | None:
        """Return the first file of that name under ``<root>/<kind>/``."""
        for root in self.roots:
            path = root / kind / name
            if path.is_file():
                return path
        return None

    def names(self, kind: str, ending: str) -> dict[str, Path]:
        """List the files of a kind by stem; a nearer folder hides a farther one."""
        found: dict[str, Path] = {}
        for root in self.roots:
            for path in sorted((root / kind).glob(f"*{ending}")):
                found.setdefault(path.name.removesuffix(ending), path)
        return dict(sorted(found.items()))

    def scheme_ids(self) -> tuple[str, ...]:
        """List the schemes that there are."""
        return tuple(self.names("schemes", ".toml"))


WORDING_FILES = ("wording/*.toml", "wording/rules/*.toml")
WORD_LISTS = ("wording/lexicon/*.toml", "wording/lexicon/*.txt")
# The place that names a pack, worked out when there is no such pack.
AskedAt = Callable[[], Place]


def find_packs(workspace: Path | None) -> Packs:
    """Return the packs for a workspace folder (``None``: only the packaged ones)."""
    packaged = packaged_templates()
    own = workspace / "templates" if workspace is not None else None
    if own is None or not own.is_dir() or own.resolve() == packaged.resolve():
        return program_packs()
    return Packs((own, packaged))


def program_packs() -> Packs:
    """Return the packs that came with the program."""
    return Packs((packaged_templates(),))


@kept("wording/*.toml")
def load_wording(packs: Packs) -> tuple[Wording, tuple[Problem, ...]]:
    """Read all wording packs; lists of a nearer folder come before those of a farther one."""
    problems: list[Problem] = []
    wording = Wording()
    for root in reversed(packs.roots):
        for path in sorted((root / "wording").glob("*.toml")):
            source, faults = read_toml(path, shown_path(path))
            problems += faults
            if source is None:
                continue
            more, faults = validate(Wording, source)
            problems += faults
            if more is not None:
                wording = _join(more, wording)
    return wording, tuple(problems)


class RuleFile(NamedTuple):
    """A file with rules of wording; those of a user are checked against their own examples."""

    rules: WordingRules
    source: TomlFile
    is_own: bool


def load_wording_rules(packs: Packs) -> tuple[tuple[RuleFile, ...], tuple[Problem, ...]]:
    """Read all rules of wording, nearest folder first: in ``wording/`` and in ``wording/rules/``.

    The packaged ones stand in the folder below, so that a check reads them only where it looks
    for slips in a text that it has not seen.
    """
    files: list[RuleFile] = []
    problems: list[Problem] = []
    packaged = packaged_templates()
    for root in packs.roots:
        for folder in (root / "wording" / "rules", root / "wording"):
            for path in sorted(folder.glob("*.toml")):
                source, faults = read_toml(path, shown_path(path))
                problems += faults if folder.name == "rules" else ()
                if source is None:
                    continue
                data = dict(source.data)
                if folder.name != "rules":
                    data = {key: data[key] for key in ("phrase", "rule") if key in data}
                if not data:
                    continue
                rules, faults = validate(
                    WordingRules, TomlFile(path, source.shown, source.text, data)
                )
                problems += faults if folder.name == "rules" else ()
                if rules is not None:
                    files.append(RuleFile(rules, source, root.resolve() != packaged.resolve()))
    return tuple(files), tuple(problems)


def _join(nearer: Wording, farther: Wording) -> Wording:
    return Wording(
        dimension=(*farther.dimension, *nearer.dimension),
        counting_units=(*nearer.counting_units, *farther.counting_units),
        comparison=(*nearer.comparison, *farther.comparison),
        number_words=(*nearer.number_words, *farther.number_words),
        carried_fields=(*nearer.carried_fields, *farther.carried_fields),
        placeholders=nearer.placeholders or farther.placeholders,
        class_words=(*nearer.class_words, *farther.class_words),
        rate_words=(*nearer.rate_words, *farther.rate_words),
        names_apart=(*nearer.names_apart, *farther.names_apart),
        whole_amounts=(*nearer.whole_amounts, *farther.whole_amounts),
        methods=nearer.methods or farther.methods,
    )

"""I29: an item that need not be given is one that could be asked for; a slip of the pen spares nothing."""

from collections.abc import Iterator, Sequence

from generator.base.problem import Problem, Severity
from generator.base.suggestion import suggest
from generator.base.toml import TomlFile
from generator.model.required import OF_SUBJECT, OF_UNIT
from generator.rules.dossier.evidence import Evidence, Rule

UNKNOWN = Rule("I29", Severity.ERROR, "原表没有的项，名称要认得")
_KEY = "not-asked"


def check_not_asked(evidence: Evidence) -> Iterator[Problem]:
    """Look at what unit.toml and each subject need not give."""
    dossier = evidence.dossier
    yield from _unknown(dossier.source, dossier.unit.not_asked, OF_UNIT, OF_SUBJECT)
    for subject in dossier.subjects:
        yield from _unknown(subject.source, subject.entry.not_asked, OF_SUBJECT, OF_UNIT)


def _unknown(
    source: TomlFile, named: Sequence[str], known: Sequence[str], elsewhere: Sequence[str]
) -> Iterator[Problem]:
    for number, path in enumerate(named):
        if path in known:
            continue
        message = f"{_KEY} 里没有“{path}”这一项"
        hint = suggest(path, known)
        if path in elsewhere:
            message = f"“{path}”不在这个文件里，写在这里不起作用"
            hint = "请写进 unit.toml" if elsewhere is OF_UNIT else "请写进项目或部门的文件"
        yield UNKNOWN.problem(source, (_KEY, number), message, hint, quote=path)

"""What most units of a tree write, as rules to choose from: a file of the house's own, all of it off.

A person edits the file. What was decided is kept to the letter when it is learnt again; what nobody
touched, known by its name being that of its contents, is said anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.base.toml import TomlFile, read_toml
from generator.base.writing import write_atomically
from generator.load.validation import validate
from generator.model.dossier import Dossier
from generator.model.wording_packs import Wording
from generator.model.wording_rule import WordingRule, WordingRules
from generator.roundtrip.fix import Fixed, write_fixed
from generator.rules.tree.habits import habits_of
from generator.use.lint.learnt_text import HEADER, Proposal, is_untouched, proposals

COMMAND = "lint --learn"


class Learnt(NamedTuple):
    """How many rules a file proposes now, how many a person has decided, and what went wrong."""

    proposed: int
    decided: int
    problems: tuple[Problem, ...] = ()


def learn(dossiers: Sequence[Dossier], wording: Wording, target: Path) -> Learnt:
    """Write what a tree teaches into a file, beside what a person decided there."""
    found = [*proposals(habits_of(dossiers, wording))]
    if not target.exists():
        text = _joined(HEADER, found)
        fault = write_atomically(target, text.encode())
        return Learnt(len(found), 0, (fault,) if fault else ())
    source, problems = read_toml(target, shown_path(target))
    if source is None:
        return Learnt(0, 0, problems)
    rules, faults = validate(WordingRules, source)
    if rules is None:
        return Learnt(0, 0, (*problems, *faults))
    kept, decided = _kept(source, rules.rule)
    new = [one for one in found if not _is_known(one, decided)]
    fixed = Fixed(target, source.shown, source.text, _joined(kept, new), len(new))
    faults = write_fixed([fixed], COMMAND) if fixed.after != fixed.before else ()
    return Learnt(len(new), len(decided), faults)


def _kept(source: TomlFile, rules: Sequence[WordingRule]) -> tuple[str, list[WordingRule]]:
    """Return the text without what nobody touched, and the rules in it."""
    lines = source.text.split("\n")
    starts = [_start(lines, source.place(("rule", n), on="key").line) for n in range(len(rules))]
    others = [
        _start(lines, source.place((key, n), on="key").line)
        for key, tables in source.data.items()
        if key != "rule" and isinstance(tables, list)
        for n in range(len(tables))
    ]
    ends = sorted({*starts, *others, len(lines)})
    left, decided = list(lines), []
    for rule, start in zip(rules, starts, strict=True):
        if is_untouched(rule):
            end = next(end for end in ends if end > start)
            left[start:end] = ["\0"] * (end - start)
        else:
            decided.append(rule)
    return "\n".join(line for line in left if line != "\0"), decided


def _start(lines: Sequence[str], line: int) -> int:
    """Return where a table begins: with the comment above it."""
    at = line - 1
    while at > 0 and not lines[at].startswith("[["):
        at -= 1  # the key of a table stands in it
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _is_known(proposal: Proposal, decided: Iterable[WordingRule]) -> bool:
    """Tell a proposal about words that a person has decided on."""
    own = {*proposal.words}
    return any(own & {*_words(rule)} for rule in decided if rule.kind == proposal.kind)


def _words(rule: WordingRule) -> Iterator[str]:
    yield from (*rule.words, *rule.swap, *rule.swap.values())
    yield from (form for forms in rule.forms for form in forms)


def _joined(text: str, found: Iterable[Proposal]) -> str:
    return "\n\n".join([text.rstrip("\n"), *(one.text for one in found)]) + "\n"

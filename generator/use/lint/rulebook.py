"""The rules of wording of a workspace, joined from all folders and made ready to look at documents."""

from typing import NamedTuple

from generator.base.problem import Problem, in_order
from generator.load.kept import kept
from generator.load.packs import Packs, load_wording_rules
from generator.model.wording_rule import PhraseGroup, WordingRule
from generator.rules.wording.own_rules import check_rules
from generator.use.library import Library
from generator.wording.engine import Linter


class Rulebook(NamedTuple):
    """The rules of wording of a workspace, and what is wrong with them."""

    linter: Linter
    rules: tuple[WordingRule, ...]
    phrases: tuple[PhraseGroup, ...]
    problems: tuple[Problem, ...]


def make_rulebook(library: Library) -> Rulebook:
    """Return the rules; what is wrong with other files of wording is said with them."""
    made = _made(library.packs)
    return made._replace(problems=in_order((*made.problems, *library.wording_problems)))


@kept("wording/*.toml", "wording/rules/*.toml")
def _made(packs: Packs) -> Rulebook:
    """Join the rules of all folders: of two with one name the nearer holds."""
    files, problems = load_wording_rules(packs)
    phrases = tuple(group for file in files for group in file.rules.phrase)
    rules: dict[str, WordingRule] = {}
    for file in files:
        for rule in file.rules.rule:
            rules.setdefault(rule.id, rule)
    own = [file for file in files if file.is_own]
    faults = [fault for file in own for fault in check_rules(file.rules, file.source, phrases)]
    broken = {p.key for p in (fault.place for fault in faults if fault.code == "S11")}
    sound = [rule for rule in rules.values() if not any(f"[{rule.id}]" in key for key in broken)]
    return Rulebook(Linter(sound, phrases), tuple(rules.values()), phrases, (*problems, *faults))

"""The rules of wording of a workspace, joined from all folders and made ready to look at documents."""

from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity, in_order
from generator.load.kept import kept
from generator.load.packs import WORDING_FILES, Packs, load_wording_rules
from generator.load.workspace_lexicon import load_evidence
from generator.model.wording_rule import PhraseGroup, WordingRule
from generator.rules.wording.own_rules import check_rules
from generator.use.library import Library
from generator.use.lint.kept_slips import KeptSlips
from generator.wording.engine import Linter

LACKING = Problem(
    "S14",
    Severity.NOTE,
    "没有找到词表，一般词语里的笔误没有查（固定语和其他文字规则照查）",
    Place(),
    "请安装 jieba 和 pypinyin：pip install jieba pypinyin；离线的用离线安装包重装",
)


class Rulebook(NamedTuple):
    """The rules of wording of a workspace, and what is wrong with them."""

    linter: Linter
    rules: tuple[WordingRule, ...]
    phrases: tuple[PhraseGroup, ...]
    problems: tuple[Problem, ...]
    slips: KeptSlips | None = None

    def keep(self) -> None:
        """Keep for the next run what was found in texts: whoever has looked at all of them says so."""
        if self.slips is not None:
            self.slips.keep()


def make_rulebook(library: Library) -> Rulebook:
    """Return the rules; what is wrong with other files of wording is said with them."""
    made = _made(library.packs)
    slips, lacking = _slip_finder(library.packs)
    return made._replace(
        linter=made.linter if slips is None else made.linter.with_slips(slips),
        problems=in_order((*made.problems, *library.wording_problems, *lacking)),
        slips=slips,
    )


def _slip_finder(packs: Packs) -> tuple[KeptSlips | None, tuple[Problem, ...]]:
    """Return what looks for slips, or what is left out without the general list of words."""
    evidence = load_evidence(packs)
    if evidence is None:
        return None, (LACKING,)
    settings, problems = evidence
    return None if settings is None else KeptSlips(packs, settings), problems


@kept(*WORDING_FILES)
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

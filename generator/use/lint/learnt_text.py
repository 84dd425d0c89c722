"""A habit of a tree as a rule of wording in TOML: off, explained, named after its contents."""

import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base.toml_literal import literal
from generator.model.wording_rule import WordingRule
from generator.rules.tree.habit import SENTENCE, SHORT, Form, Habit
from generator.scaffold.toml_lines import rows_literal

HEADER = """\
# 本单位（本地）统一的用语，由 jixiao lint --learn 从各份填报归纳，供挑选、修改。
# 每一条都停用（off = true）。要采用的，把 off = true 改为 false 或删去；写法可以改；不要的留着不动。
# 放在工作文件夹的 templates/wording/ 里，jixiao lint、jixiao audit 就照采用的查。
# 再归纳一次：改动过的、采用的原样保留，没有动过的重新写。
"""
_MOST_PLACES, _MOST_VARIANTS = 3, 12
_SEVERAL = 2  # units that use a short form, before it is worth a rule
_PREFIX = "learnt"
_NAMES = ("单位", "项目", "指标")


class Proposal(NamedTuple):
    """A rule as text, with its kind and the words that it is about."""

    kind: str
    words: tuple[str, ...]
    text: str


def proposals(habits: Iterable[Habit]) -> Iterator[Proposal]:
    """Write a rule for each habit that has something to decide on."""
    for habit in habits:
        if habit.kind == SENTENCE:
            yield _sentence(habit)
        elif habit.kind == SHORT:
            yield from _short(habit)
        elif habit.others:
            yield _term(habit)


def is_untouched(rule: WordingRule) -> bool:
    """Tell a rule that stands as it was written: still off, its name that of its contents."""
    said = (*rule.words, *rule.swap.items(), *rule.forms)
    return rule.off and rule.id == _id(rule.kind, said)


def _term(habit: Habit) -> Proposal:
    swap = {form.text: habit.best.text for form in habit.others}
    scope = 'scope    = ["name"]\n' if habit.kind in _NAMES else ""
    keys = f"{scope}{_swap(swap)}"
    message = f"{habit.kind}“{{found}}”，统一写作“{{wanted}}”"
    words = (habit.best.text, *swap)
    return _proposal("substitution", words, tuple(swap.items()), _about(habit), message, keys)


def _short(habit: Habit) -> Iterator[Proposal]:
    units = {unit for form in habit.forms for unit in form.units}
    if len(units) < _SEVERAL:
        return
    swap = {form.text: habit.of for form in habit.forms}
    message = "简称“{found}”前面没有写过全称“{wanted}”"
    yield _proposal(
        "short-early",
        tuple(swap),
        tuple(swap.items()),
        _about(habit),
        message,
        _swap(swap),
    )
    if habit.others:
        forms = tuple(form.text for form in habit.forms)
        message = "“{found}”，统一用简称“{wanted}”"
        keys = f"forms    = {literal([list(forms)])}\n"
        yield _proposal("consistency", forms, (forms,), _about(habit), message, keys)


def _sentence(habit: Habit) -> Proposal:
    words = (habit.best.text,)
    keys = (
        f'scope    = ["paragraph"]\nwords    = {rows_literal([f"{literal(habit.best.text)},"])}\n'
    )
    message = "这句话统一写作：{wanted}"
    forms = tuple(form.text for form in habit.forms)
    return _proposal("sentence", forms, words, _about(habit), message, keys)


def _proposal(
    kind: str,
    words: tuple[str, ...],
    said: tuple[object, ...],
    about: Iterable[str],
    message: str,
    keys: str,
) -> Proposal:
    comment = "".join(f"# {_line(line)}\n" for line in about)
    code = "W06" if kind == "sentence" else "X05"
    return Proposal(
        kind,
        words,
        f"{comment}[[rule]]\n"
        f"id       = {literal(_id(kind, said))}\n"
        f'code     = "{code}"\n'
        f'kind     = "{kind}"\n'
        "off      = true\n"
        'severity = "note"\n'
        f"message  = {literal(message)}\n"
        f"{keys}".rstrip("\n"),
    )


def _swap(swap: dict[str, str]) -> str:
    lines = "".join(f"{literal(other)} = {literal(best)}\n" for other, best in swap.items())
    return f"[rule.swap]\n{lines}"


def _about(habit: Habit) -> Iterator[str]:
    of = f"“{habit.of}”的" if habit.of else ""
    yield f"{of}{habit.kind}，多数写作：{habit.best.text}（{_counted(habit.best)}）"
    if habit.gaps:
        yield f"其中可变的：{'；'.join(habit.gaps)}"
    for form in habit.others[:_MOST_VARIANTS]:
        yield f"另有：{form.text}（{_counted(form)}）"
    if len(habit.others) > _MOST_VARIANTS:
        yield f"等 {len(habit.others)} 种写法"


def _counted(form: Form) -> str:
    shown = "、".join(str(use.at.place) for use in form.uses[:_MOST_PLACES])
    more = "……" if len(form.uses) > _MOST_PLACES else ""
    return f"{len(form.uses)} 处，{len(form.units)} 个单位：{shown}{more}"


def _line(text: str) -> str:
    """Put what stands behind a ``#`` on one line."""
    return " ".join(text.split())


def _id(kind: str, said: tuple[object, ...]) -> str:
    return f"{_PREFIX}-{kind}-{zlib.crc32(repr(said).encode()):08x}"

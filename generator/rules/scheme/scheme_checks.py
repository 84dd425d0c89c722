"""Checks of a scheme file: what its shape alone does not guarantee (codes S02 to S17, and G02 for grades)."""

from collections.abc import Callable, Collection, Iterator

from generator.base.layered_toml import origin_of
from generator.base.problem import Problem, in_order
from generator.base.suggestion import suggest
from generator.base.toml import TomlFile
from generator.model.own_form import OwnForm
from generator.model.requirements import REQUIRABLE, WORKED_OUT
from generator.model.scheme import RESERVED_IDS, Scheme
from generator.rules.scheme.bands import check_bands
from generator.rules.scheme.bases import UNUSED, check_bases
from generator.rules.scheme.item_parts import check_items
from generator.rules.scheme.layouts import check_layouts
from generator.rules.scheme.listed_documents import check_documents
from generator.rules.scheme.methods import check_methods
from generator.rules.scheme.own_form_faults import (
    check_agreement,
    check_declared,
    check_named_forms,
    check_own,
)
from generator.rules.scheme.printing_faults import check_printing, printing_faults
from generator.rules.scheme.scheme_fault import Fault

# S01, a scheme whose id is not its file name, is found where the file is read.


def check_scheme(scheme: Scheme, source: TomlFile, others: Collection[str]) -> tuple[Problem, ...]:
    """Say all that is wrong with a scheme; ``others`` are the ids of the schemes there are."""
    faults = [fault for check in _CHECKS for fault in check(scheme)]
    faults += _national(scheme, others)
    told = (fault for fault in faults if not _is_elsewhere(fault, source))
    return in_order(_problem(fault, source) for fault in told)


def check_own_form(form: OwnForm, source: TomlFile) -> tuple[Problem, ...]:
    """Say all that is wrong with a form of templates/forms/."""
    faults = (*check_declared(form.declared, ()), *printing_faults(form.print_, ("print",)))
    return tuple(_problem(fault, source) for fault in faults)


def check_forms_of(scheme: Scheme, source: TomlFile, forms: Collection[str]) -> tuple[Problem, ...]:
    """Say what is wrong with the forms that a scheme names: once they are in its documents."""
    faults = (*check_named_forms(scheme, forms), *check_agreement(scheme))
    return tuple(_problem(fault, source) for fault in faults)


def _is_elsewhere(fault: Fault, source: TomlFile) -> bool:
    """Tell a basis of another file that is of no use here: it is of use there."""
    is_unused = (fault.code, fault.severity) == (UNUSED.code, UNUSED.severity)
    return is_unused and origin_of(source, fault.keys)[0].path != source.path


def _problem(fault: Fault, source: TomlFile) -> Problem:
    place = source.place(fault.keys, on=fault.on)
    return Problem(fault.code, fault.severity, fault.message, place, fault.hint, fault.quote)


def _reserved(scheme: Scheme) -> Iterator[Fault]:
    if scheme.id in RESERVED_IDS:
        message = f"方案代码不能是“{scheme.id}”：它是 jixiao schemes 的用法"
        yield Fault("S19", ("id",), message, "请换一个代码，文件名也一样", quote=scheme.id)


def _force(scheme: Scheme) -> Iterator[Fault]:
    force = scheme.force
    if force.to is not None and force.to < force.from_:
        message = f"适用年度的截止年 {force.to} 早于起始年 {force.from_}"
        hint = "请改正 from 或 to；截止年不详就不写 to"
        yield Fault("S10", ("force", "to"), message, hint, quote=str(force.to))


def _required(scheme: Scheme) -> Iterator[Fault]:
    known = (*REQUIRABLE, *WORKED_OUT)
    stages = (("goals", scheme.required.goals), ("evaluation", scheme.required.evaluation))
    for stage, paths in stages:
        for index, path in enumerate(paths):
            at = ("required", stage, index)
            if path not in known:
                yield Fault("S10", at, f"不认识的必填项“{path}”", suggest(path, known), path)
            elif path in paths[:index]:
                yield Fault("S10", at, f"必填项“{path}”写了两次", "请删去一个", path)


def _national(scheme: Scheme, others: Collection[str]) -> Iterator[Fault]:
    name = scheme.national
    if name and name == scheme.id:
        message, hint = "对照的全国方案不能是本方案自己", "请删去 national，或改为全国方案的代码"
        yield Fault("S10", ("national",), message, hint, quote=name)
    elif name and name not in others:
        hint = suggest(name, [other for other in sorted(others) if other != scheme.id])
        yield Fault("S10", ("national",), f"没有对照的全国方案“{name}”", hint, quote=name)


_CHECKS: tuple[Callable[[Scheme], Iterator[Fault]], ...] = (
    check_layouts,
    check_bands,
    check_methods,
    check_documents,
    check_items,
    check_printing,
    check_own,
    check_bases,
    _reserved,
    _force,
    _required,
)

"""Which changes of inputs are made: what does not prove true is taken back until all that is left does."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.toml_patch import Remove
from generator.roundtrip.fix import Fixed, Fixes, fix_files
from generator.roundtrip.person_edit import FigureEdit, PersonEdit, WordEdit
from generator.roundtrip.words_in_common import unnumbered
from generator.use.pull.input_changes import InputChanges, Lost, Made
from generator.use.pull.pull_proof import Proof

_ROUNDS = 12
_NOT_OURS = "写进输入后重新生成，这一处还是对不上，没有取"
_TORN = "这些字挪了位置，另一头没有取回；只取一头会少字或重复，没有取"
_NUMBERS = Pattern(r"[\s\d.,%¶]")
_CLAUSE_ENDS = Pattern("[，。；：！？]")
_KNOWN = 6  # characters of a clause that nobody writes twice by chance
_UNREADABLE = "写进输入后填报读不出来，没有取"


class Settled(NamedTuple):
    """The files as they will be, the edits in them, those that agree by themselves, and the others."""

    fixed: tuple[Fixed, ...]
    taken: tuple[PersonEdit, ...]
    agreed: tuple[PersonEdit, ...]
    lost: tuple[Lost, ...]
    made: tuple[Made, ...] = ()


def settle(changes: InputChanges, proof: Proof, every: Sequence[PersonEdit]) -> Settled:
    """Make what can be made."""
    without: frozenset[PersonEdit] = frozenset()
    back: list[Lost] = []
    for _ in range(_ROUNDS):
        made, lost = changes.changes(without)
        fixes = fix_files(own.change for own in made)
        wrong = _wrong(made, fixes, proof, every) or _torn(made, (*changes.left, *lost, *back))
        if not wrong:
            taken = tuple(edit for own in made for edit in own.edits)
            rest = (*changes.left, *lost, *back)
            settled = _with_agreed(fixes.fixed, taken, rest, proof, every)
            return settled._replace(made=tuple(made))
        back += wrong
        without |= {own.edit for own in wrong}
    made, lost = changes.changes(without)
    back += [_back(edit, _NOT_OURS) for own in made for edit in own.edits]
    return Settled((), (), (), (*changes.left, *lost, *back))


def _wrong(
    made: Sequence[Made], fixes: Fixes, proof: Proof, every: Sequence[PersonEdit]
) -> list[Lost]:
    """Find what cannot be made, or does not give what the person wrote."""
    refused = {id(refusal.change): refusal.reason for _, refusal in fixes.refused}
    if refused:
        return [
            _back(edit, refused[id(own.change.change)])
            for own in made
            if id(own.change.change) in refused
            for edit in own.edits
        ]
    if not made:
        return []
    missing = proof.missing(fixes.fixed, [edit for own in made for edit in own.edits], every)
    if missing is None:
        found = _search(made, lambda own: proof.is_readable(_fixed(own)))
        return [_back(edit, _UNREADABLE) for own in found for edit in own.edits]
    return [_back(edit, _NOT_OURS) for edit in missing] or _wrong_removals(made, proof)


def _torn(made: Sequence[Made], lost: Sequence[Lost]) -> list[Lost]:
    """Find one half of what a person moved where the other half goes into no input.

    Taken by itself it would make words vanish from the inputs, or say them twice.
    """
    went = [_steady(own.entry.was) for own in lost]
    came = [_steady(own.entry.now) for own in lost]
    torn: dict[PersonEdit, None] = {}
    for edit in (edit for own in made for edit in own.edits):
        was, now = _steady(edit.entry.was), _steady(edit.entry.now)
        is_from = any(part in said for part in _telling(was) if part not in now for said in came)
        is_to = any(
            part in said and part not in there
            for part in _telling(now)
            if part not in was
            for said, there in zip(went, came, strict=True)
        )
        if is_from or is_to:
            torn[edit] = None
    return [_back(edit, _TORN) for edit in torn]


def _steady(words: str) -> str:
    """Leave out numbers, which may have moved on since, and what is of the look."""
    return _NUMBERS.sub("", unnumbered(words))


def _telling(words: str) -> list[str]:
    """Return the clauses that are known wherever they stand."""
    return [part for part in _CLAUSE_ENDS.split(words) if len(part) >= _KNOWN]


def _wrong_removals(made: Sequence[Made], proof: Proof) -> list[Lost]:
    """Find what was taken out and may not be: with it gone the inputs no longer pass their checks."""
    gone = [own for own in made if isinstance(own.change.change, Remove)]
    if not gone:
        return []
    rest = [own for own in made if own not in gone]
    known = set(proof.errors(_fixed(rest)))
    found = _search(gone, lambda own: set(proof.errors(_fixed((*rest, *own)))) <= known)
    errors = proof.errors(_fixed((*rest, *found))) if found else ()
    first = next((error for error in errors if error not in known), "")
    reason = f"删去后检查通不过（{first}），请改输入"
    return [_back(edit, reason) for own in found for edit in own.edits]


def _with_agreed(
    fixed: tuple[Fixed, ...],
    taken: tuple[PersonEdit, ...],
    rest: Sequence[Lost],
    proof: Proof,
    every: Sequence[PersonEdit],
) -> Settled:
    """Tell what was refused and is said by now all the same: a sum that the person worked out, say."""
    asked = [own.edit for own in rest if isinstance(own.edit, WordEdit | FigureEdit)]
    missing = proof.missing(fixed, asked, every) if fixed and asked else asked
    known = set(missing if missing is not None else asked)
    agreed = tuple(edit for edit in asked if edit not in known)
    return Settled(fixed, taken, agreed, tuple(own for own in rest if own.edit not in agreed))


def _back(edit: PersonEdit, reason: str) -> Lost:
    return Lost(edit, edit.entry._replace(reason=reason))


def _fixed(made: Sequence[Made]) -> tuple[Fixed, ...]:
    return fix_files(own.change for own in made).fixed


def _search(made: Sequence[Made], is_good: Callable[[Sequence[Made]], bool]) -> Sequence[Made]:
    """Find what is not good among changes, halving until each is found."""
    if not made or is_good(made):
        return []
    if len(made) == 1:
        return made
    half = len(made) // 2
    return [*_search(made[:half], is_good), *_search(made[half:], is_good)] or made

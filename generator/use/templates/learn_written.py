"""Write templates that learnt; what they were is kept, so that ``jixiao undo`` takes it back."""

from collections.abc import Sequence

from generator.base.problem import Problem
from generator.base.writing import write_atomically
from generator.roundtrip.files_record import read_record
from generator.roundtrip.journal import next_number
from generator.roundtrip.keeping import (
    Keep,
    change_of,
    clear,
    home_of_input,
    homes_below,
    keep_before,
    strike_out,
)
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder
from generator.use.templates.learnt_look import Taught

COMMAND = "templates learn --apply"


def write_taught(files: Sequence[Taught]) -> tuple[Problem, ...]:
    """Write them, each only over what was read."""
    problems: list[Problem] = []
    homes = {taught.path: home_of_input(taught.path) for taught in files}
    number = next_number({own for home in homes.values() for own in (home, *homes_below(home))})
    for home in dict.fromkeys(homes.values()):
        state = StateFolder(home)
        keeps = [(_keep(taught, state), taught) for taught in files if homes[taught.path] == home]
        if fault := keep_before(state, number, COMMAND, [keep for keep, _ in keeps]):
            problems.append(fault)
            continue
        failed = []
        for keep, taught in keeps:
            if fault := write_atomically(taught.path, taught.after, keep.change.before):
                failed.append(keep.change.path)
                problems.append(fault)
        strike_out(state, number, failed)
        clear(state, read_record(home))
    return tuple(problems)


def _keep(taught: Taught, state: StateFolder) -> Keep:
    before = "" if taught.before is None else digest(taught.before)
    return Keep(change_of(state.home, taught.path, before, digest(taught.after)), taught.before)

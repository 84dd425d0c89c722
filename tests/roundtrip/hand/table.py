"""Print what held, edit by edit and mode by mode: ``python -m tests.roundtrip.hand.table [--all] [word]``.

``·`` held, ``×`` did not. A word picks the edits whose name or family holds it and tells the faults;
``--json FILE`` writes all faults.
"""

import json
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.roundtrip.hand.bench import Bench
from tests.roundtrip.hand.edits import EDITS, FAMILIES
from tests.roundtrip.hand.promise import COLUMNS, SCENARIOS, faults_of

_benches: dict[str, Bench] = {}


def judged(task: tuple[str, int]) -> list[str]:
    """All faults of one edit; runs in a process of its own."""
    import os

    folder, number = task
    if folder not in _benches:
        place = Path(folder, str(os.getpid()))
        place.mkdir()
        _benches[folder] = Bench(place)
    found: list[str] = []
    for scenario in SCENARIOS:
        try:
            found += faults_of(_benches[folder], EDITS[number], scenario)
        except Exception as error:
            columns = (
                ("merge", "figures", "valid", "again", "undo")
                if scenario == "merge"
                else (scenario,)
            )
            found += [f"{column}: {error!r}"[:300] for column in columns]
    return found


def main() -> None:
    words = [a for a in sys.argv[1:] if not a.startswith("--")]
    target = words.pop(0) if "--json" in sys.argv else ""
    family_of = {edit.name: family for family, edits in FAMILIES.items() for edit in edits}
    picked = [
        number
        for number, edit in enumerate(EDITS)
        if all(word in edit.name or word == family_of[edit.name] for word in words)
    ]
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        results = list(pool.map(judged, [(folder, number) for number in picked]))
    width = max(len(EDITS[number].name) for number in picked)
    print(" " * width, " ".join(f"{c:>9}" for c in COLUMNS))
    held: Counter[str] = Counter()
    whole = 0
    for number, found in zip(picked, results, strict=True):
        bad = {one.partition(":")[0] for one in found}
        held.update(c for c in COLUMNS if c not in bad)
        whole += not bad
        print(
            f"{EDITS[number].name:<{width}}",
            " ".join(f"{'×' if c in bad else '·':>9}" for c in COLUMNS),
        )
        if words or "--all" in sys.argv:
            print(*(f"      {one}" for one in found), sep="\n")
    print(f"{'held of ' + str(len(picked)):<{width}}", " ".join(f"{held[c]:>9}" for c in COLUMNS))
    print(f"the whole promise: {whole} of {len(picked)}")
    if target:
        data = {EDITS[n].name: found for n, found in zip(picked, results, strict=True)}
        Path(target).write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

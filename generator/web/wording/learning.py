"""Rules of wording that a tree teaches, written for somebody to choose from."""

from typing import Final

from generator.base.json_shape import JsonObject
from generator.load.dossier_inputs import load_dossier
from generator.use.lint.learnt_wording import learn
from generator.web.served import Served
from generator.web.told import NOBODY

LEARNT: Final = "templates/wording/learnt.toml"


def learnt(served: Served) -> JsonObject:
    """Write the rules; what somebody decided there stays."""
    loaded = [load_dossier(folder) for folder in served.folders().values()]
    dossiers = [own.dossier for own in loaded if own.dossier is not None]
    if not dossiers:
        return {"message": "没有填报可以归纳", "problems": []}
    library = served.library(served.root)
    target = (library.workspace.root or served.root) / LEARNT
    with served.lock:
        target.parent.mkdir(parents=True, exist_ok=True)
        done = learn(dossiers, library.wording, target)
    kept = f"，您定下的 {done.decided} 条照旧" if done.decided else ""
    is_stopped = any(problem.stops for problem in done.problems)
    message = f"没有写 {LEARNT}" if is_stopped else f"写出 {LEARNT}：待定 {done.proposed} 条{kept}"
    return {"message": message, "problems": NOBODY.rows(done.problems)}

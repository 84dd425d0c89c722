"""The promise, held against a folder after a command: each function returns what did not hold.

A fault is ``column: what``; the columns are those of the table. Nothing here depends on which edit
it is: the kind of the edit and what lies in the files decide.
"""

import re
import tempfile
import tomllib
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from tests.conftest import EXPLORES
from tests.roundtrip.hand.bench import Bench, Laid, Said, counted, run, words_in
from tests.roundtrip.hand.hands import Edit
from tests.roundtrip.hand.inventory import Inventory, rejected
from tests.roundtrip.hand.losses import disordered, doubled, losses

CRASH = re.compile("Traceback|程序内部出错")
# The schema takes as long as all else: every sixth edit is held against it, and each by ``make explore``.
EVERYTHING = EXPLORES
MOST = 8  # faults of a column that are told
SCENARIOS = ("usual", "keep", "refuse", "merge", "pull", "after", "redline")
COLUMNS = (
    "usual",
    "keep",
    "refuse",
    "merge",
    "figures",
    "valid",
    "again",
    "undo",
    "pull",
    "told",
    "untouched",
    "after",
    "redline",
)


def faults_of(bench: Bench, edit: Edit, scenario: str) -> list[str]:
    """Run one scenario on one edit."""
    with bench.laid(edit) as laid:
        return _shortened(_RUN[scenario](edit, laid))


def _shortened(faults: list[str]) -> list[str]:
    """A file that was written anew lacks everything: the first of each column say so."""
    seen: Counter[str] = Counter()
    found = []
    for fault in faults:
        column = fault.partition(":")[0]
        seen[column] += 1
        if seen[column] <= MOST:
            found.append(fault)
    return found + [f"{c}: and {n - MOST} more" for c, n in seen.items() if n > MOST]


def _crash(column: str, said: Said) -> list[str]:
    return [f"{column}: crashed"] if CRASH.search(said.output) else []


def _beside(laid: Laid) -> list[Path]:
    return [p for p in laid.path.parent.glob("*（新版*.docx") if p.name.startswith(laid.path.stem)]


def _kept_beside(column: str, laid: Laid, said: Said) -> list[str]:
    """The person's file is as it was, and the new version lies beside."""
    found = [] if laid.path.read_bytes() == laid.theirs else [f"{column}: the file was changed"]
    beside = _beside(laid)
    if not beside:
        return [*found, f"{column}: no new version beside"]
    text = words_in(beside[0].read_bytes()).text
    found += [f"{column}: beside lacks {new}" for new in laid.built.dossier.new if new not in text]
    return found + ([f"{column}: exit {said.code}"] if said.code else [])


def _usual(edit: Edit, laid: Laid) -> list[str]:
    laid.change()
    said = run("build", laid.inputs)
    found = _crash("usual", said)
    if edit.kind == "words" or (edit.kind == "either" and _beside(laid)):
        return found + _kept_beside("usual", laid, said)
    found += [f"usual: exit {said.code}"] if said.code else []
    found += ["usual: a new version beside"] if _beside(laid) else []
    if edit.kind == "look" and "版式改动保留" not in said.output:
        found.append("usual: no line 版式改动保留")
    return (
        found
        + _kept_all("usual", edit, laid, said)
        + _figures("usual", edit, laid, said)
        + _valid("usual", edit, laid)
    )


def _keep(edit: Edit, laid: Laid) -> list[str]:
    laid.change()
    said = run("build", laid.inputs, "--on-edited", "keep")
    return _crash("keep", said) + _kept_beside("keep", laid, said)


def _refuse(edit: Edit, laid: Laid) -> list[str]:
    laid.change()
    before = laid.files()
    said = run("build", laid.inputs, "--on-edited", "refuse")
    after = laid.files()
    found = [] if said.code == 1 else [f"refuse: exit {said.code}"]
    found += [f"refuse: changed {name}" for name in before if after.get(name) != before[name]]
    found += [
        f"refuse: made {name}"
        for name in after
        if name not in before and not Path(name).name.startswith(".")
    ]
    return (
        found
        + _crash("refuse", said)
        + ([] if laid.path.name in said.output else ["refuse: file not named"])
    )


def _merge(edit: Edit, laid: Laid) -> list[str]:
    laid.change()
    said = run("build", laid.inputs, "--on-edited", "merge")
    once = laid.path.read_bytes()
    found = _crash("merge", said) + ([f"merge: exit {said.code}"] if said.code else [])
    found += ["merge: a new version beside"] if _beside(laid) and once != laid.theirs else []
    found += (
        ["merge: not counted under 合并"]
        if once != laid.theirs and not re.search("合并 \\d|版式改动保留", said.output)
        else []
    )
    found += _kept_all("merge", edit, laid, said)
    found += _figures("figures", edit, laid, said)
    found += _valid("valid", edit, laid)
    documents = laid.documents()
    again = run("build", laid.inputs, "--on-edited", "merge")
    found += _crash("again", again)
    found += [
        f"again: {name} differs"
        for name, data in laid.documents().items()
        if documents.get(name) != data
    ]
    undone = run("undo", laid.inputs)
    if undone.code or laid.path.read_bytes() != laid.theirs:
        found += _undone(laid, undone)
    return found


def _undone(laid: Laid, first: Said) -> list[str]:
    """A second build that changed nothing may be the last command: then undo once more."""
    if first.code:
        return [f"undo: exit {first.code}"]
    run("undo", laid.inputs)
    return [] if laid.path.read_bytes() == laid.theirs else ["undo: not the person's bytes"]


def _kept_all(column: str, edit: Edit, laid: Laid, said: Said) -> list[str]:
    """No loss: all that is theirs stands in the file, or the file is as it was and the new one beside."""
    data = laid.path.read_bytes()
    if data == laid.theirs:
        return [] if _beside(laid) else [f"{column}: nothing was done"]
    pairs = tuple(laid.built.moved.items())
    sides = [counted(d, pairs) for d in (laid.built.ours, laid.built.new, laid.theirs, data)]
    found = missing(edit, laid.built.moved, sides, said.output)
    return [f"{column}: {one}" for one in found]


def missing(edit: Edit, moved: dict[str, str], sides: list[Inventory], output: str) -> list[str]:
    """What of the person's is not in a file; ``sides``: ours before and after, theirs, that file."""
    ours, new, theirs, out = sides
    found = losses(ours, new, theirs, out, output)
    text = out.text + out.comments
    found += [f"lacks {w}" for w in edit.kept if w not in text and _norm(moved, w) not in text]
    back = [(w, _norm(moved, w)) for w in edit.gone]  # as it was, or as the inputs word it now
    found += [f"{w} is back" for w, now in back if out.text.count(now) > theirs.text.count(now)]
    return found + doubled(new, theirs, out) + disordered(theirs, out)


def _norm(moved: dict[str, str], words: str) -> str:
    for old, new in moved.items():
        words = words.replace(old, new)
    return words


def _figures(column: str, edit: Edit, laid: Laid, said: Said) -> list[str]:
    """The new figures stand where the old ones stood; an old one that stays is named with O08."""
    data = laid.path.read_bytes()
    out, theirs = words_in(data).text, words_in(laid.theirs).text
    found = []
    for old, new in zip(laid.built.dossier.old, laid.built.dossier.new, strict=True):
        had, left, came = (_times(t, w) for t, w in ((theirs, old), (out, old), (out, new)))
        if left and not any(
            "O08" in line and (new in line or old in line) for line in _blocks(said.output)
        ):
            found.append(f"{column}: {old} is left {left}× unnamed")
        elif left and edit.kind == "look":
            found.append(f"{column}: {old} is left {left}×")
        if left + came < had:
            found.append(f"{column}: {new} stands {came}×, {old} stood {had}×")
    return found


def _blocks(output: str) -> list[str]:
    """Each problem with its hint, which stands on the lines below, moved in."""
    blocks: list[str] = []
    for line in output.splitlines():
        if line.startswith(" ") and blocks:
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


def _times(text: str, words: str) -> int:
    if words[0].isdigit():
        return len(re.findall(rf"(?<![\d.]){re.escape(words)}(?![\d])", text))
    return text.count(words)


def _valid(column: str, edit: Edit, laid: Laid) -> list[str]:
    data = laid.path.read_bytes()
    if data == laid.theirs:
        return []
    schema = EVERYTHING or crc32(edit.name.encode()) % 6 == 0
    found = _invalid(data, schema=schema)
    # The person's own file is looked at only when there is something to excuse.
    return [
        f"{column}: {o}" for o in sorted(found and found - _invalid(laid.theirs, schema=schema))
    ]


@lru_cache(maxsize=64)
def _invalid(data: bytes, *, schema: bool = True) -> frozenset[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "valid.docx")
        path.write_bytes(data)
        found = _findings(path, data, schema)
    return frozenset(re.sub(r"\[?\d+\]?", "", one)[:120] for one in found)


def _findings(path: Path, data: bytes, schema: bool) -> list[str]:  # noqa: FBT001 - one caller
    from ooxml_integrity import check
    from openxml_audit import OpenXmlValidator

    from tests.word.structure import structural_faults

    try:
        found = [str(e) for e in OpenXmlValidator().validate(str(path)).errors] if schema else []
        found += [str(f) for f in check(str(path)) if "[INFO ]" not in str(f)]
        found += structural_faults(data)
    except Exception as error:
        return [repr(error)]
    return found


def _pull(edit: Edit, laid: Laid) -> list[str]:
    """Pull without any change of the inputs, then build with merge."""
    before = laid.tomls()
    files = laid.files()
    shown = run("pull", laid.path)
    found = _crash("pull", shown)
    found += [
        f"pull: changed {n} without --apply"
        for n, d in laid.files().items()
        if files.get(n, d) != d
    ]
    if edit.kind == "look":
        found += (
            [] if "没有可取回的改动" in shown.output else ["pull: something to pull of a mere look"]
        )
    applied = run("pull", laid.path, "--apply")
    found += _crash("pull", applied) + _inputs("untouched", edit, laid, before)
    if edit.kind == "look" and laid.tomls() != before:
        found.append("untouched: inputs changed for a mere look")
    pulled = laid.tomls()
    found += _told(edit, laid, applied)
    if pulled != before:
        run("undo", laid.inputs)
        if laid.tomls() != before:
            found.append("undo: inputs are not as before the pull")
        run("undo", laid.inputs)
        if laid.tomls() != pulled:
            found.append("undo: the undo was not undone")
    said = run("build", laid.inputs, "--on-edited", "merge")
    is_told = "取回之后检查会有新的错误" in applied.output
    found += _crash("pull", said)
    found += [f"pull: build ends with {said.code}"] if said.code and not is_told else []
    return found + (_stand("pull", edit, laid, said) if not said.code else [])


def _told(edit: Edit, laid: Laid, said: Said) -> list[str]:
    """Every difference comes back or is named; “nothing to pull” is said only when there is nothing."""
    whole = re.sub(r"\"{3}|'{1,3}", '"', "\n".join(laid.tomls().values()).replace('\\"', '"'))
    whole = re.sub(r" +=", " =", whole)  # equals signs stand below each other
    found = [f"told: not pulled: {words}" for words in edit.pulled if words not in whole]
    if edit.kind != "words":
        return found
    if "没有可取回的改动" in said.output and "O16" not in said.output:
        return [*found, "told: nothing to pull, it says"]
    found += [
        f"told: neither pulled nor named: {words}"
        for words in edit.kept
        if words not in whole and words not in edit.pulled and words[:6] not in said.output
    ]
    return found + [
        f"told: deleted, not named: {words}"
        for words in edit.gone
        if words in whole and words[:4] not in said.output
    ]


def _after(edit: Edit, laid: Laid) -> list[str]:
    """Edit, change the inputs, build as usual, pull, build with merge."""
    laid.change()
    run("build", laid.inputs)
    before = laid.tomls()
    pulled = run("pull", laid.path, "--apply")
    found = _crash("after", pulled) + _inputs("untouched", edit, laid, before)
    if not edit.typed:
        whole = "\n".join(laid.tomls().values())
        found += [
            f"untouched: {new.strip()} was put back"
            for new in laid.built.dossier.change.values()
            if re.search(r"\d", new) and new.strip() not in whole
        ]
    said = run("build", laid.inputs, "--on-edited", "merge")
    is_told = "取回之后检查会有新的错误" in pulled.output
    found += _crash("after", said)
    found += [f"after: build ends with {said.code}"] if said.code and not is_told else []
    if said.code:
        return found
    if _beside(laid) and laid.path.read_bytes() != laid.theirs:
        found.append("after: the new version is still beside")
    # A document with another title is written under another name; the old file is told of.
    is_left = any("O05" in line and laid.path.name in line for line in _blocks(said.output))
    figures = [] if edit.typed or is_left else _figures("after", edit, laid, said)
    return found + _stand("after", edit, laid, said) + figures


def _stand(column: str, edit: Edit, laid: Laid, said: Said) -> list[str]:
    """After pull and build the person's words stand in the document."""
    data = laid.path.read_bytes()
    out = words_in(data)
    text = out.text + out.comments
    found = [
        f"{column}: lacks {w}"
        for w in edit.kept
        if w not in text and _norm(laid.built.moved, w) not in text
    ]
    theirs = words_in(laid.theirs)
    found += [
        f"{column}: {w} is back" for w in edit.gone if out.text.count(w) > theirs.text.count(w)
    ]
    pairs = tuple(laid.built.moved.items())
    sides = [counted(d, pairs) for d in (laid.built.ours, laid.built.new, laid.theirs, data)]
    return found + [f"{column}: {one}" for one in losses(*sides, said.output)]


def _inputs(column: str, edit: Edit, laid: Laid, before: dict[str, str]) -> list[str]:
    """The inputs are valid, and nothing was pulled that nobody touched."""
    found = []
    ours, theirs = words_in(laid.built.ours).text, words_in(laid.theirs).text
    kept_figures = not Counter(re.findall(r"\d[\d.]+", ours)) - Counter(
        re.findall(r"\d[\d.]+", theirs)
    )
    for name, text in laid.tomls().items():
        try:
            new = flat(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            found.append(f"{column}: {name} is no TOML: {error}")
            continue
        old = flat(tomllib.loads(before[name]))
        for key in sorted(old.keys() | new.keys()):
            if old.get(key) != new.get(key):
                found += _change(
                    column, key, old.get(key), new.get(key), theirs, kept_figures and not edit.typed
                )
    return found


def _change(column, key, old, new, theirs, kept_figures):
    said = str(old or "")
    if kept_figures and isinstance(old, (int, float)):
        yield f"{column}: {key} {old} → {new}, which nobody touched"
    if not isinstance(new, str) or key.endswith(".class"):
        return  # the class of an added row is that of the rows beside it
    if kept_figures and isinstance(old, str):
        lost = Counter(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", said)) - Counter(
            re.findall(r"\{\{.*?\}\}|\{%.*?%\}", new)
        )
        if lost:
            yield f"{column}: {key} lost {', '.join(lost)}"
    for tag, _, _, begin, end in SequenceMatcher(None, said, new, autojunk=False).get_opcodes():
        piece = re.sub(r"\{[{%].*?[}%]\}|^\W+|\W+$", "", new[begin:end])
        added = tag in {"insert", "replace"} and not set("{}") & set(new[begin:end])
        parts = re.split(r"[\n|\"]|- ", piece)
        if added and len(piece) > 1 and not all(part in theirs for part in parts):
            yield f"{column}: {key} got {piece[:30]!r}, which is not in the file"


def flat(data, path: str = "") -> dict[str, object]:
    """All values of inputs by their path; lists by number."""
    if isinstance(data, dict):
        pairs = [(f"{path}.{key}", value) for key, value in data.items()]
    elif isinstance(data, list):
        pairs = [(f"{path}[{number}]", value) for number, value in enumerate(data)]
    else:
        return {path: data}
    return {k: v for name, value in pairs for k, v in flat(value, name).items()}


def _redline(edit: Edit, laid: Laid) -> list[str]:
    laid.change()
    said = run("build", laid.inputs, "--redline")
    told = "O17" in said.output
    found = _crash("redline", said) + (
        [f"redline: exit {said.code}"] if said.code and not told else []
    )
    if edit.kind == "words" and laid.path.read_bytes() != laid.theirs:
        found.append("redline: the file was changed")
    marked = [
        p for p in laid.path.parent.glob("*（修订*.docx") if p.name.startswith(laid.path.stem)
    ]
    if not marked:
        return [*found, *([] if told else ["redline: none, and no word why"])]
    data = marked[0].read_bytes()
    bad = _invalid(data, schema=False)
    bad = bad and bad - _invalid(laid.theirs, schema=False)
    theirs, shown = rejected(laid.theirs), rejected(data)
    found += [f"redline: {one}" for one in sorted(bad)]
    return found + [f"redline: lacks {w}" for w in edit.kept if w in theirs and w not in shown]


_RUN = {
    "usual": _usual,
    "keep": _keep,
    "refuse": _refuse,
    "merge": _merge,
    "pull": _pull,
    "after": _after,
    "redline": _redline,
}

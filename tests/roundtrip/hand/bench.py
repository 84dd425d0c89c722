"""The bench: dossiers built once, an edited file laid in place, the inputs changed, a command run."""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import time
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tests.conftest import EXPLORES
from tests.roundtrip.hand.dossiers import DOSSIERS, Dossier
from tests.roundtrip.hand.hands import Edit
from tests.roundtrip.hand.inventory import Inventory, Words, inventory, words_of

NAMED = dict(zip(("report", "form", "bundle", "singles"), DOSSIERS, strict=True))
WRITER = Path(__file__).with_name("writer.py")
# How columns are laid out is no matter here, and costs a sixth of a build; ``make explore`` has it.
SETTINGS = "" if EXPLORES else 'layout = "fixed"\n'


class Said(NamedTuple):
    """How a command ended and what it said."""

    code: int
    output: str


def run(*arguments: object) -> Said:
    """Run a command line in this process."""
    from generator.cli import main

    before, out, err = sys.argv, io.StringIO(), io.StringIO()
    sys.argv = ["jixiao", *map(str, arguments)]
    code: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as stop:
        code = stop.code
    finally:
        sys.argv = before
    number = code if isinstance(code, int) else 0 if code is None else 1
    return Said(number, out.getvalue() + "\n" + err.getvalue())


class Built(NamedTuple):
    """A dossier as it was built, before and after the inputs changed."""

    dossier: Dossier
    root: Path
    file: str
    ours: bytes
    new: bytes
    moved: dict[str, str]  # every figure and sentence that the change moves, computed ones too


class Bench:
    """Builds the dossiers in a folder, once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._built: dict[str, Built] = {}
        self._written: dict[str, bytes] = {}

    def built(self, name: str) -> Built:
        if name not in self._built:
            self._built[name] = self._build(name)
        return self._built[name]

    def _build(self, name: str) -> Built:
        dossier = NAMED[name]
        root, after = self.folder / name, self.folder / f"{name}-after"
        for place in (root, after):
            inputs = place / "inputs" / dossier.name
            inputs.mkdir(parents=True)
            (place / "jixiao.toml").write_text(SETTINGS, encoding="utf-8")
            for file, text in dossier.files.items():
                (inputs / file).write_text(text, encoding="utf-8")
        change_inputs(after / "inputs" / dossier.name, dossier)
        for place in (root, after):
            with contextlib.chdir(place):
                said = run("build", Path("inputs", dossier.name))
            assert said.code == 0, said.output
        found = list((root / "outputs" / dossier.name).glob("*.docx"))
        (path,) = [
            p for p in found if dossier.edited in p.name and "自评表（" not in p.name
        ] or found
        ours = path.read_bytes()
        new = (after / "outputs" / dossier.name / path.name).read_bytes()
        return Built(dossier, root, path.name, ours, new, moved(inventory(ours), inventory(new)))

    def edited(self, edit: Edit) -> bytes:
        """The bytes of an edited file."""
        if edit.slow:
            return self._from_writer(edit)
        return edit.do(self.built(edit.dossier).ours)

    def _from_writer(self, edit: Edit) -> bytes:
        """All edits of LibreOffice are made by the first who asks; the others wait."""
        shared = self.folder.parent / "hand-writer"
        done = shared / "done.json"
        try:
            shared.mkdir()
        except FileExistsError:
            for _ in range(600):
                if done.exists():
                    break
                time.sleep(0.5)
        else:
            from tests.roundtrip.test_edits_in_writer import python_with_uno
            from tests.word.soffice import real_soffice

            source = shared / "source.docx"
            source.write_bytes(self.built("report").ours)
            order = [
                python_with_uno(),
                WRITER,
                real_soffice().program,
                shared / "profile",
                source,
                shared,
            ]
            result = subprocess.run(order, check=False, capture_output=True, timeout=240)
            lines = result.stdout.decode().splitlines() or [
                json.dumps({"": result.stderr.decode()})
            ]
            (shared / "part.json").write_text(lines[-1], encoding="utf-8")
            (shared / "part.json").rename(done)
        made = json.loads(done.read_text(encoding="utf-8"))
        assert edit.name in made, made
        assert made[edit.name]["fault"] == "", made[edit.name]["fault"]
        return (shared / made[edit.name]["file"]).read_bytes()

    @contextlib.contextmanager
    def laid(self, edit: Edit):
        """A copy of the built folder with the edited file in place; the current folder meanwhile."""
        built = self.built(edit.dossier)
        data = self.edited(edit)
        place = self.folder / f"run-{os.getpid()}-{time.monotonic_ns()}"
        shutil.copytree(built.root, place)
        path = place / "outputs" / built.dossier.name / built.file
        path.write_bytes(data)
        try:
            with contextlib.chdir(place):
                yield Laid(built, place, path, data)
        finally:
            shutil.rmtree(place, ignore_errors=True)


class Laid(NamedTuple):
    """An edited file in its folder."""

    built: Built
    place: Path
    path: Path
    theirs: bytes

    @property
    def inputs(self) -> Path:
        return Path("inputs", self.built.dossier.name)

    def change(self) -> None:
        change_inputs(self.place / self.inputs, self.built.dossier)

    def documents(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in sorted(self.path.parent.glob("*.docx"))}

    def files(self) -> dict[str, bytes]:
        return {
            str(p.relative_to(self.place)): p.read_bytes()
            for p in sorted(self.place.rglob("*"))
            if p.is_file()
        }

    def tomls(self) -> dict[str, str]:
        folder = self.place / self.inputs
        return {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.toml"))}


def change_inputs(folder: Path, dossier: Dossier) -> None:
    """Make the changes of the inputs; a place that pull has changed already is left."""
    for path in folder.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for old, new in dossier.change.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def moved(ours: Inventory, new: Inventory) -> dict[str, str]:
    """Every piece of text that a clean build prints otherwise after the change."""
    import re

    cut = re.compile(r"[\d.]+[^\d\s。，、；：（）()“”]*|[^\d。，、；：\n]+")
    found: dict[str, str] = {}
    for one, other in zip(ours.text.split("\n"), new.text.split("\n"), strict=True):
        if one != other:
            before, after = cut.findall(one), cut.findall(other)
            assert len(before) == len(after), (one, other)
            found.update((b, a) for b, a in zip(before, after, strict=True) if b != a)
    return found


@lru_cache(maxsize=64)
def counted(data: bytes, pairs: tuple[tuple[str, str], ...]) -> Inventory:
    return inventory(data, dict(pairs))


@lru_cache(maxsize=64)
def words_in(data: bytes) -> Words:
    return words_of(data)

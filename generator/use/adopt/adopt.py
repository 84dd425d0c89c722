"""Adopt a form: read it, put tags into it, describe it in a scheme, print it again and compare."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.archive import UnsafePackageError
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, shown_path
from generator.load.workspace_folder import find_workspace
from generator.model.workspace import WorkspaceEntry
from generator.read.bounds import within_bounds
from generator.read.fit import fit_scheme
from generator.read.form_subject import is_filled_in
from generator.read.label_book import LabelBook
from generator.scaffold.template import write_template
from generator.use.adopt.adopt_record import read_adopt_record
from generator.use.adopt.adopted_document import document_of
from generator.use.adopt.adopted_printing import printing_of
from generator.use.adopt.adopted_scheme import parts_of, scheme_text
from generator.use.adopt.asked_inputs import asked_inputs
from generator.use.adopt.comparing import Comparison
from generator.use.adopt.fitting_scores import FORM, Fitted, fitting_methods
from generator.use.adopt.left import Left
from generator.use.adopt.looking import Looked, look
from generator.use.adopt.naming import free_id
from generator.use.adopt.noted_scoring import contradicted_steps
from generator.use.adopt.own_columns import form_text
from generator.use.adopt.plan import Plan, make_plan
from generator.use.adopt.printed_points import points_of
from generator.use.adopt.reason_places import has_scores_alone, reasons_without_place
from generator.use.adopt.tagged_cells import Ask
from generator.use.adopt.trial import try_out
from generator.use.foreign_documents import Recogniser
from generator.use.foreign_file import read_foreign
from generator.use.library import Library
from generator.use.workspace_labels import make_label_book

WORKSPACE, SCHEMES, TEMPLATES = "jixiao.toml", "templates/schemes", "templates/docx"
FORMS = "templates/forms"
_MOST_LOST = 4  # one line of so many


class AdoptOrder(NamedTuple):
    """What was asked for."""

    form: Path
    target: Path
    id: str = ""
    uses_office: bool = False


class Adopted(NamedTuple):
    """What becomes of a form: the files to write, what is left open, and how well it prints again."""

    order: AdoptOrder
    id: str = ""
    files: Mapping[str, bytes] = {}
    left: tuple[Left, ...] = ()
    fields: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    comparison: Comparison | None = None
    problems: tuple[Problem, ...] = ()
    tags: int = 0
    loops: int = 0
    bare: Comparison | None = None  # printed by the inputs alone

    @property
    def is_stopped(self) -> bool:
        """Tell whether there is nothing to write."""
        return not self.files


def adopt(order: AdoptOrder, ask: Ask | None = None) -> Adopted:
    """Make template and scheme of a form, in memory; ``ask`` is asked what unknown cells are for."""
    shown = shown_path(order.form)
    document, problems = read_foreign(order.form, uses_office=order.uses_office)
    if document is None:
        return Adopted(order, problems=problems)
    document, more = within_bounds(document)
    problems = (*problems, *more)
    data, unread = read_bytes(order.form, shown, LARGEST_FILE)
    if data is None:
        return Adopted(order, problems=(*problems, *unread))
    from generator.use.adopt.adopted_package import word_file  # noqa: PLC0415 - Word libraries are slow to load

    workspace, faults = find_workspace(order.target)
    library = Library(workspace)
    book, wrong = make_label_book(library.packs)
    data, document = word_file(data, document, book)
    recogniser = Recogniser(library, book, knows_own_forms=False)
    looked = look(document, recogniser, book)
    problems = (*problems, *faults, *wrong)
    if looked.subject is None:
        hint = "请核对文件；栏目叫法特别的，可在 templates/labels/ 里补充"
        message = "没有认出这是绩效表样：没有一个认得的栏目"
        problem = Problem("D02", Severity.ERROR, message, Place(shown), hint)
        return Adopted(order, problems=(*problems, problem))
    return _Maker(order, looked, library, book, data).make(problems, ask)


class _Maker:
    def __init__(
        self,
        order: AdoptOrder,
        looked: Looked,
        library: Library,
        book: LabelBook,
        data: bytes,
    ) -> None:
        self._order, self._looked, self._data = order, looked, data
        self._library, self._book = library, book
        self._remarks: list[str] = []

    def make(self, problems: tuple[Problem, ...], ask: Ask | None) -> Adopted:
        """Make it; prose that does not come out again was none, and stays as the form has it."""
        plan = make_plan(self._looked, self._book, ask)
        made = self._made(plan, problems)
        if plan.prose is None or made.comparison is None:
            return made
        lost = {one.place for one in made.comparison.differences if one.kind == "line"}
        if _MOST_LOST * len(lost & {*plan.prose.lines}) <= len(plan.prose.lines):
            return made
        self._remarks.clear()
        return self._made(make_plan(self._looked, self._book, ask, has_prose=False), problems)

    def _made(self, plan: Plan, problems: tuple[Problem, ...]) -> Adopted:
        known = read_adopt_record(self._order.target).id_of(self._order.form.name)
        id = free_id(self._order.id or known or self._order.form.stem, self._library)
        from generator.word.package import PackageError  # noqa: PLC0415 - see above
        from generator.word.tagged_file import put_tags  # noqa: PLC0415 - see above
        from generator.word.xml import XmlError  # noqa: PLC0415 - see above

        try:
            tagged = put_tags(self._data, plan.edits, plan.loops, plan.prose)
        except (PackageError, XmlError, UnsafePackageError) as error:
            place, hint = Place(shown_path(self._order.form)), "请用 Word 或 WPS 另存为 .docx 再试"
            problem = Problem("D01", Severity.ERROR, f"放不进标签：{error}", place, hint)
            return Adopted(self._order, problems=(*problems, problem))
        missed = [Left(e.place, e.old or e.after, "标签没有放进去") for e in tagged.missed]
        scheme = self._scheme(id, plan)
        files = {
            f"{SCHEMES}/{id}.toml": scheme.encode("utf-8"),
            f"{TEMPLATES}/{id}.docx": tagged.data,
        }
        if plan.fields or plan.columns or plan.lists:
            text = form_text(id, plan.fields, plan.columns, plan.choices, plan.lists)
            files[f"{FORMS}/{id}.toml"] = text.encode("utf-8")
        if not (self._order.target / WORKSPACE).is_file():
            files[WORKSPACE] = write_template(WorkspaceEntry, {"default-scheme": id}).encode(
                "utf-8"
            )

        def settle(folder: Path, library: Library) -> Mapping[str, bytes]:
            """Score as the form itself scored, and say where that cannot be."""
            fitted = fitting_methods(folder, library, id)
            if not fitted.remarks:
                return {}
            self._remarks[:] = fitted.remarks
            text = self._scheme(id, plan, fitted)
            files[f"{SCHEMES}/{id}.toml"] = text.encode("utf-8")
            return {f"{SCHEMES}/{id}.toml": files[f"{SCHEMES}/{id}.toml"]}

        tried = try_out(files, id, self._order.form, self._looked, settle)
        return Adopted(
            self._order, id, files, (*plan.left, *missed), plan.fields, tuple(self._remarks),
            tried.comparison, (*problems, *tried.problems), len(plan.edits), len(plan.loops),
            tried.bare,
        )  # fmt: skip

    def _scheme(self, id: str, plan: Plan, fitted: Fitted | None = None) -> str:
        looked, subject = self._looked, self._looked.subject
        assert subject is not None  # noqa: S101 - looked at before
        said = next((s for s in looked.draft.subjects if s.kind == subject.kind), None)
        base = self._as_noted(self._nearest())
        if fitted is not None:
            base = fitted.over(base)
        layouts = base.get(subject.kind) or base.get("project") or [{}]
        points = points_of(
            said,
            subject,
            layouts[-1],
            is_blank=not is_filled_in(looked.draft),
            in_cells=any(c.role == "points1" for band in looked.full.bands for c in band.columns),
        )
        if points.remark:
            self._remarks.append(points.remark)
        document = document_of(id, looked, plan)
        from generator.use.adopt.adopted_package import of_pages  # noqa: PLC0415 - see above

        printing = {**printing_of(looked, plan, self._book), **of_pages(self._data)}
        if printing:
            document["print"] = printing
        asked = asked_inputs(looked, plan, said)
        parts = parts_of(
            looked.draft, subject, points, base, document, asked, has_results=looked.has_results
        )
        title = f"{looked.draft.title or subject.title or looked.full.title or id}"
        if missing := reasons_without_place(plan):
            parts["no-place"] = list(missing)
        goals = [goal.get("weight") for goal in subject.get(("goals",)) or ()]
        has_points = any(own is not None for own in (*points.classes.values(), *goals))
        if has_scores_alone(plan) and not has_points and not is_filled_in(looked.draft):
            parts["open-score"] = {**base.get("open-score", {}), "always": {"basis": FORM}}
        remarks = (
            f"照表样“{self._order.form.name}”整理。怎样计分照 {base['id']}，请与当地的文件核对。",
            *self._remarks,
        )
        return scheme_text(id, "".join(title.split()), base, parts, remarks)

    def _as_noted(self, base: Mapping[str, Any]) -> Mapping[str, Any]:
        """Leave out the steps that a note of the form takes back, and say so."""
        methods = list(base["method"])
        gone = list(contradicted_steps(methods, self._looked.document, self._book))
        self._remarks += [
            f"表上的说明写按比例计分，没有用“{one['label']}”，请与当地的文件核对" for one in gone
        ]
        return {**base, "method": [one for one in methods if one not in gone]} if gone else base

    def _nearest(self) -> Mapping[str, Any]:
        """Return the scheme whose ways of scoring are taken over: the one that fits best."""
        adopted = read_adopt_record(self._order.target).forms
        schemes = {
            id: loaded
            for id, (loaded, _) in self._library.schemes.items()
            if loaded is not None and id not in adopted
        }
        known = [s.scheme for s in schemes.values() if s.scheme.taken == "by-fit"]
        scored = [scheme for scheme in known if scheme.method]
        found = fit_scheme(self._looked.draft, scored, self._book)
        id = found.id if found is not None else next(iter(schemes))
        return schemes[id].source.data

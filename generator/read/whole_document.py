"""A whole document: its blocks in order onto the desk, then reports to their subjects."""

import time
from collections.abc import Callable, Collection

from generator.base.pattern import Pattern
from generator.model.foreign_document import DocumentKind, ReadDocument, ReadParagraph, ReadTable
from generator.read.answered_table import with_answers
from generator.read.aside import read_aside
from generator.read.asked import note_asked
from generator.read.bounds import SECONDS_CEILING
from generator.read.document_account import close_account
from generator.read.draft import Draft, SubjectDraft
from generator.read.form_rows import FormReader
from generator.read.heads_of_years import with_heads_of_one_year
from generator.read.label_book import LabelBook, normal
from generator.read.ledger_of import ledger_of
from generator.read.listing import read_listing, read_spending
from generator.read.money_unit import settle_money
from generator.read.narrator import Narrator
from generator.read.own_book import OwnBook
from generator.read.own_reader import OwnReader
from generator.read.pages_beside import pages_of
from generator.read.parted_budget import with_parted_budget
from generator.read.placed_values import Unplaced
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk
from generator.read.report_reading import Report, owner_of
from generator.read.settle_total import settle_total
from generator.read.sheet_prose import with_prose
from generator.read.title_names import name_in_title, name_projects, title_page
from generator.read.year import find_year

_ABOUT = "绩效"
# 某县图书馆2023年图书购置绩效自评报告: what stands before the year wrote what follows it.
_DATED_TITLE = Pattern(r"([一-鿿（）()]{4,40})[0-9]{4}年度?")
_UNIT_OF_TITLE = Pattern(r"([一-鿿]{4,30}?)(?:[0-9]{4}年度?)?项目(?:支出)?绩效(?:评价|自评)报告")
_WE = Pattern(r"(?P<named>[一-鿿()（）]{4,40})[(（]以下简称[:：]?[“\"]?我[一-鿿]{1,4}[”\"]?[)）]")
_SHORTEST_NAME = 4


def recognise(
    document: ReadDocument,
    book: LabelBook,
    known_titles: Collection[str],
    clock: Callable[[], float] = time.monotonic,
    own: OwnBook | None = None,
) -> Draft:
    """Read a document into a draft; what has no place in it is listed, and what there is no time for.

    What a form declares of its ``own`` is read by its declaration, and nobody else sees it.
    """
    document = with_prose(document, book)
    desk = Desk(book, clock=clock, until=clock() + SECONDS_CEILING)
    narrator = Narrator(desk, known_titles)
    declared = OwnReader(own, desk) if own is not None else None
    _read_blocks(document, desk, narrator, declared)
    narrator.close()
    desk.drop_class_ahead()
    draft = desk.draft
    draft.remarks += document.remarks
    desk.settle_waiting(is_about=any(_ABOUT in text for _, text, _ in document.said()))
    for report in narrator.reports:
        _assign(report, desk)
    _split_list(desk)
    draft.subjects = [s for s in draft.subjects if s.values or s.sections]
    for subject in draft.subjects:
        settle_money(subject, book)
        settle_total(subject, book.phrases)
        if subject.kind == "department":
            read_spending(subject, book)
    find_year(document, draft, book.phrases)
    _name_unit(draft, narrator.reports)
    name_projects(draft, desk.book.phrases)
    title_page(document, draft)
    if declared is not None:
        declared.settle()
    note_asked(document, draft, book, frozenset() if own is None else own.labels)
    read_aside(document, desk)
    close_account(document, draft, book)
    draft.ledger = ledger_of(document, draft, book)
    return draft


def _read_blocks(
    document: ReadDocument, desk: Desk, narrator: Narrator, declared: OwnReader | None
) -> None:
    """Read paragraphs and tables in their order, as far as there is time."""
    for block in document.blocks:
        if desk.is_late(block.place):
            break
        if isinstance(block, ReadParagraph):
            rest = declared.take_paragraph(block) if declared is not None else block
            if rest is not None:
                narrator.read(rest)
        else:
            narrator.meet_table()
            table = with_answers(block, desk.book.phrases)
            table = with_parted_budget(with_heads_of_one_year(table, desk.book), desk.book)
            for page in pages_of(table, desk.book):
                _read_table(page, desk, document.kind, declared)


def _read_table(
    table: ReadTable, desk: Desk, kind: DocumentKind, declared: OwnReader | None
) -> None:
    if declared is None:
        FormReader(table, desk, kind).read()
        return
    rest, taken = declared.take(table)
    FormReader(rest, desk, kind).read()
    declared.put(taken)  # whose it is the table says


def _assign(report: Report, desk: Desk) -> None:
    if not report.sections:
        return
    owner = owner_of(report, desk.draft.subjects, desk)
    if owner is None and not desk.draft.subjects:
        owner = SubjectDraft(
            desk.kind_of(report.title) if report.kind == "report" else "department",
            title=report.title,
        )
        desk.draft.subjects.append(owner)
    elif owner is None and (report.kind == "text" or desk.kind_of(report.title) == "department"):
        owner = SubjectDraft("department", title=report.title)
        desk.draft.subjects.insert(0, owner)
    if owner is None and not desk.draft.report and report.kind == "report":
        desk.draft.report, desk.draft.report_title = report.sections, report.title
        desk.draft.remarks.append(
            f"说不准报告“{report.title}”是哪个项目的，作为几个项目合写的报告写在 unit.toml 里"
        )
        return
    if owner is None:
        for section in report.sections:
            desk.draft.unplaced.append(
                Unplaced(
                    section.place,
                    f"{section.title}：{section.text}",
                    f"说不准报告“{report.title}”是哪个项目的",
                )
            )
        return
    owner.sections += report.sections
    owner.title = owner.title or report.title
    owner.report_title = owner.report_title or report.title


def _split_list(desk: Desk) -> None:
    """A report over several projects names them in a sentence; its sections belong to none alone."""
    draft = desk.draft
    if len(draft.subjects) != 1 or draft.subjects[0].values or draft.subjects[0].kind != "project":
        return
    (whole,) = draft.subjects
    if name_in_title(whole.title, desk.book.phrases):
        return  # what its amounts are for are no projects
    projects = read_listing(whole.sections, desk.book)
    if not projects:
        return
    draft.subjects = projects
    draft.report, draft.report_title = whole.sections, whole.title
    text = "\n".join(section.text for section in whole.sections)
    if total := desk.book.claims.total(text):
        draft.report_stated["total"] = total
    if grade := desk.book.claims.grade(text):
        draft.report_stated["grade"] = grade
    if found := _UNIT_OF_TITLE.fullmatch(whole.title):
        draft.put_unit("name", found[1], whole.sections[0].place)
        draft.remarks.append(f"单位名称“{found[1]}”取自报告标题，请核对")


def _name_unit(draft: Draft, reports: list[Report]) -> None:
    """Find the unit where no line names it: the title begins with it, or it signs."""
    for report in reports:
        if "name" not in draft.unit and (name := _unit_of_title(report.title, draft.subjects)):
            draft.put_unit("name", name, report.place)
    if "name" not in draft.unit and "signature" in draft.unit:
        draft.put_unit("name", draft.unit["signature"], draft.places["unit", "signature"])
    for report in reports:
        if "name" not in draft.unit and (name := _unit_that_says_we(report)):
            draft.put_unit("name", name, report.place)
    if "name" not in draft.unit:
        _name_by_implementer(draft)
    if draft.unit.get("name") == draft.unit.get("signature"):
        draft.unit.pop("signature", None)


def _unit_that_says_we(report: Report) -> str:
    """Return what the report calls 我局 from there on, if its title begins with it (empty: nothing)."""
    title = squeezed(report.title)
    for section in report.sections:
        for found in _WE.finditer(squeezed(section.text)):
            named = found["named"]
            ends = (named[at:] for at in range(len(named) - _SHORTEST_NAME + 1))
            if name := next((end for end in ends if title.startswith(end)), ""):
                return name
    return ""


def _name_by_implementer(draft: Draft) -> None:
    """Where nothing else names the unit, it is the one that carries out all the projects."""
    keys = ("project", "implementer")
    named = {str(name): s for s in draft.subjects if (name := s.get(keys))}
    if len(named) != 1:
        return
    ((name, subject),) = named.items()
    draft.put_unit("name", name, subject.places[keys])
    draft.remarks.append(f"没有填报单位，单位名称“{name}”取自实施单位，请核对")


def _unit_of_title(title: str, subjects: list[SubjectDraft]) -> str:
    """Return the unit that a title begins with: one of a form, or what stands before year and project."""
    plain = normal(title)
    for subject in subjects:
        for key in ("authority", "implementer"):
            name = subject.get(("project", key))
            if name and plain.startswith(normal(name)):
                return str(name)
    found = _DATED_TITLE.match(title)
    rest = normal(title[found.end() :]) if found else ""
    is_named = any(s.name and normal(s.name) in rest for s in subjects)
    return found[1] if found and is_named else ""

"""How an adopted form prints what it holds: its labels, signs and numbers, learnt from its own words."""

from collections.abc import Iterator

from generator.base.measure import QUALITATIVE, MeasureKind
from generator.base.measure_parts import parts_of
from generator.base.toml_shape import Toml
from generator.model.form_printing import Signs
from generator.read.draft import rows_in
from generator.read.form_subject import form_subject
from generator.read.label_book import LabelBook
from generator.read.printed_values import squeezed
from generator.read.typed_draft import SubjectValues
from generator.score.layout import level1
from generator.tables.indicator_table import FLAT
from generator.use.adopt.block_loops import shapes_of
from generator.use.adopt.class_labels import class_labels
from generator.use.adopt.constants import constants_of
from generator.use.adopt.looking import Looked
from generator.use.adopt.number_style import number_style
from generator.use.adopt.plan import Plan
from generator.use.adopt.printed_cells import cells_of, classes_of, column_at, rows_of, table_of

_SIGN_COLUMNS = ("sign", "direction")
_WORDED, _DATED = "qualitative", "dated"


def printing_of(looked: Looked, plan: Plan, book: LabelBook) -> dict[str, Toml]:
    """Return the settings of ``[document.print]`` that make our words those of the form."""
    made: dict[str, Toml] = {}
    if money := _money_unit(looked, plan):
        made["money-unit"] = money
    if unit := _date_unit(looked, book):
        made["date-unit"] = unit
    if signs := _signs(looked, book):
        made["signs"] = signs
    if labels := class_labels(looked):
        made["labels"] = labels
    made |= _of_sources(plan)
    if shapes := _shapes(looked):
        made["shapes"] = shapes
    if any(loop.sums is not None for loop in plan.loops):
        made["class-sums"] = True
    if numbers := number_style(looked, plan):
        made["numbers"] = numbers
    if constants := constants_of(looked, plan, book):
        made["constant"] = constants
    return made


def _of_sources(plan: Plan) -> dict[str, Toml]:
    """Return how the form calls the sources that a loop prints, and what it has before their names."""
    said: dict[str, Toml] = {}
    if plan.sources is not None:
        said |= {"fund-labels": dict(plan.sources.labels), "fund-indent": plan.sources.indent}
    if plan.breakdown is not None:
        said["breakdown-indent"] = plan.breakdown.indent
    return {name: value for name, value in said.items() if value}


def _money_unit(looked: Looked, plan: Plan) -> str:
    """Return the unit of money that the form has in its labels, whatever the inputs are in."""
    is_tagged = any("form.money_unit" in edit.text for edit in plan.edits)
    return looked.subject.money_unit if looked.subject is not None and not is_tagged else ""


def _shapes(looked: Looked) -> dict[str, str]:
    """Return the classes whose rows are laid out otherwise, where no row of theirs is as usual."""
    found: dict[str, str] = {}
    for band in looked.full.bands:
        table, read = table_of(looked, band), dict(rows_of(looked, band))
        for name, rows in (
            shapes_of(table, band, classes_of(looked, band)).items() if table is not None else ()
        ):
            others = [row for number, row in read.items() if number not in rows]
            own = [str(read[number]["class"]) for number in rows if number in read]
            for kind in (level1, str):  # rather a whole class than those below it
                mine = {kind(path) for path in own}
                if name != FLAT and mine.isdisjoint(kind(str(row["class"])) for row in others):
                    found |= dict.fromkeys(mine, name)
                    break
    return found


def _signs(looked: Looked, book: LabelBook) -> dict[str, str]:
    """Return the signs that the form writes otherwise, by their names."""
    usual = {sign: name for name, sign in Signs().__dict__.items() if sign}
    found: dict[str, str] = {}
    for role in _SIGN_COLUMNS:
        for text, target in _beside_target(looked, role):
            sign = _meant(text, book)
            if not sign and book.units.measure(target).kind is MeasureKind.DATE:
                found.setdefault(_DATED, text)
            elif text == QUALITATIVE:
                found.setdefault(_WORDED, text)
            elif sign and sign != text and sign in usual:
                found.setdefault(usual[sign].replace("_", "-"), text)
        if _is_never_blank(looked, role):
            found.setdefault(_DATED, found.get(_WORDED, QUALITATIVE))
            if not _has_words(looked, book):
                found.setdefault(_WORDED, QUALITATIVE)
    return found


def _is_never_blank(looked: Looked, role: str) -> bool:
    """Tell a column of signs that says something in every row."""
    targets = _targets(looked)
    return bool(targets) and len([*_beside_target(looked, role)]) == len(targets)


def _has_words(looked: Looked, book: LabelBook) -> bool:
    """Tell whether a target of the form is of words."""
    return any(parts_of(book.units.measure(target)).is_words for target in _targets(looked))


def _targets(looked: Looked) -> list[str]:
    return [str(row["target"]) for _, row in rows_in(_values(looked)) if row.get("target")]


def _values(looked: Looked) -> SubjectValues:
    subject = form_subject(looked.draft)
    return SubjectValues() if subject is None else subject.values


def _meant(text: str, book: LabelBook) -> str:
    """Return the sign that words or a direction stand for; nothing for other words."""
    plain = squeezed(text)
    return book.columns.signs.get(plain, "") or book.columns.directions.get(plain, "")


def _date_unit(looked: Looked, book: LabelBook) -> str:
    """Return what the form has in the column of units beside a date."""
    dated = [
        text
        for text, target in _beside_target(looked, "measure-unit")
        if book.units.measure(target.lstrip("≥≤><=")).kind is MeasureKind.DATE
        and text not in target
    ]
    return dated[0] if dated and len(set(dated)) == 1 else ""


def _beside_target(looked: Looked, role: str) -> Iterator[tuple[str, str]]:
    """Give the words of a column that parts of a target stand in, each with the target."""
    for band in looked.full.bands:
        column = column_at(band, role)
        if column is None:
            continue
        read = rows_of(looked, band)
        for (_, row), cell in zip(
            read, cells_of(looked, band, [n for n, _ in read], column), strict=True
        ):
            if cell is not None and cell.text.strip():
                yield "".join(cell.text.split()), str(row.get("target", ""))

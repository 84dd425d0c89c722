"""What a document was understood to say: plain data as in our inputs, each value with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.printed_words import PrintedForm
from generator.model.subject import Kind
from generator.read.columns import BandRead, UnreadColumn
from generator.read.given_answers import Account
from generator.read.ledger import Ledger
from generator.read.placed_values import Conflict, PlacedValues, SectionText, Unplaced
from generator.read.printed_values import harmless
from generator.read.spending import SpentOn, in_file
from generator.read.tally import Tally
from generator.read.typed_draft import (
    IndicatorValues,
    ReportValues,
    SubjectValues,
    ToldValues,
    UnitValues,
)

AND = "、"  # between the names of files that say one thing


class JointScore(NamedTuple):
    """A score that one cell gives to several rows that are not one class: inputs have no key for it."""

    value: Decimal
    place: DocumentPlace
    paths: tuple[str, ...]  # the classes of its rows
    goal: int = -1


class PartOfSource(NamedTuple):
    """An amount of a row that breaks a source down: its own role, and the keys of the source."""

    source: KeyPath
    name: str
    role: str
    value: Decimal
    place: DocumentPlace


@dataclass
class SubjectDraft(PlacedValues):
    """A project or the department."""

    kind: Kind
    values: SubjectValues = field(default_factory=SubjectValues)
    places: dict[KeyPath, DocumentPlace] = field(default_factory=dict)
    sections: list[SectionText] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    title: str = ""
    report_title: str = ""
    is_in_report: bool = False  # its rows stand in tables of a report's own text
    is_told_of: bool = False  # a sentence names it, no form and no report is its own
    unit: str = ""
    year: int | None = None  # that its own title names, or a line below that
    source: str = ""
    money_unit: str = ""
    points: dict[str, Decimal] = field(default_factory=dict)  # that classes print, by their path
    point_places: dict[str, DocumentPlace] = field(default_factory=dict)
    later_points: list[tuple[str, Decimal, DocumentPlace]] = field(
        default_factory=list
    )  # of the same class again, below another goal
    deductions: dict[KeyPath, tuple[Decimal, DocumentPlace]] = field(
        default_factory=dict
    )  # of rows
    column_totals: dict[str, tuple[Decimal, DocumentPlace]] = field(default_factory=dict)
    beside_funds: dict[tuple[KeyPath, str], tuple[Decimal, DocumentPlace]] = field(
        default_factory=dict
    )  # of rows of the money: what came in, at which rate, what was left, a score
    source_parts: list[PartOfSource] = field(default_factory=list)
    joint_scores: list[JointScore] = field(default_factory=list)
    spending: list[SpentOn] = field(
        default_factory=list
    )  # projects or tasks with amounts of their own
    blank_cells: list[tuple[str, str, DocumentPlace]] = field(
        default_factory=list
    )  # label, role and place of what the other projects of its list have
    lines: dict[KeyPath, tuple[DocumentPlace, ...]] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # of fields that a form may have twice
    asked: set[str] = field(default_factory=set)  # what its form has an item for
    again: list[tuple[KeyPath, DocumentPlace]] = field(default_factory=list)
    printed: PrintedForm | None = None  # as a template of the workspace reads its form

    @property
    def name(self) -> str:
        """Return the name, if there is one yet."""
        return str(self.get((self.kind, "name")) or "")

    @property
    def has_indicators(self) -> bool:
        """Tell whether any indicator was found."""
        goals = self.values.get("goals", ())
        return bool(self.values.get("indicator")) or any(g.get("indicator") for g in goals)

    def note_points(self, path: str, value: Decimal, place: DocumentPlace) -> None:
        """Keep the points that a class prints, by its path the first time that it does, else apart."""
        if path not in self.points:
            self.points[path], self.point_places[path] = value, place
        elif place not in (self.point_places[path], *(known for *_, known in self.later_points)):
            self.later_points.append((path, value, place))

    def stamp(self, file: str) -> None:
        """Say of everything which file it is from."""
        self.source = file
        self.places = {keys: p.in_file(file) for keys, p in self.places.items()}
        self.point_places = {keys: p.in_file(file) for keys, p in self.point_places.items()}
        self.later_points = [(n, v, p.in_file(file)) for n, v, p in self.later_points]
        self.deductions = {k: (v, p.in_file(file)) for k, (v, p) in self.deductions.items()}
        self.beside_funds = {k: (v, p.in_file(file)) for k, (v, p) in self.beside_funds.items()}
        self.source_parts = [p._replace(place=p.place.in_file(file)) for p in self.source_parts]
        self.column_totals = {
            role: (v, p.in_file(file)) for role, (v, p) in self.column_totals.items()
        }
        self.joint_scores = [j._replace(place=j.place.in_file(file)) for j in self.joint_scores]
        self.unplaced = [left._replace(file=file) for left in self.unplaced]
        self.spending = in_file(self.spending, file)
        self.blank_cells = [(n, role, p.in_file(file)) for n, role, p in self.blank_cells]
        self.sections = [_stamped(section, file) for section in self.sections]
        self.conflicts = [
            c._replace(first=c.first.in_file(file), place=c.place.in_file(file))
            for c in self.conflicts
        ]


@dataclass
class Draft:
    """Everything that a document said."""

    unit: UnitValues = field(default_factory=UnitValues)
    year: int | None = None
    subjects: list[SubjectDraft] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    title: str = ""
    report: list[SectionText] = field(default_factory=list)
    report_title: str = ""
    report_stated: ToldValues = field(default_factory=ToldValues)
    report_values: ReportValues = field(default_factory=ReportValues)  # its own outline and texts
    source: str = ""
    places: dict[KeyPath, DocumentPlace] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    is_dated: bool = False  # a cell of a form has the day on which it was filled in
    stopped_at: DocumentPlace | None = None  # from here on there was no time to read
    bands: list[BandRead] = field(default_factory=list)
    unread_columns: list[UnreadColumn] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    accounts: list[Account] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    own_scheme: str = ""  # whose forms declare what it was read by

    def stamp(self, file: str) -> None:
        """Say of everything which file it is from."""
        self.source = file
        self.places = {keys: p.in_file(file) for keys, p in self.places.items()}
        self.unplaced = [left._replace(file=file) for left in self.unplaced]
        self.report = [_stamped(section, file) for section in self.report]
        self.accounts = [account._replace(file=file) for account in self.accounts]
        self.bands = [band.stamped(file) for band in self.bands]
        self.unread_columns = [c._replace(place=c.place.in_file(file)) for c in self.unread_columns]
        self.ledger = self.ledger.stamped(file)
        for subject in self.subjects:
            subject.stamp(file)

    def leave(self, place: DocumentPlace, quote: str, reason: str) -> None:
        """List words that found no place."""
        if quote.strip():
            self.unplaced.append(Unplaced(place, quote.strip(), reason, self.source))

    def put_unit(self, key: str, value: Any, place: DocumentPlace) -> None:
        """Set what is known of the unit, once."""
        held: Any = self.unit
        if value and key not in held:
            held[key] = harmless(value) if isinstance(value, str) else value
            self.places[("unit", key)] = place
        elif value and held[key] == value:
            self.tally.use(place, f"unit.{key}")


def rows_in(values: SubjectValues) -> Iterator[tuple[KeyPath, IndicatorValues]]:
    """Go through rows of indicators with their keys, also those below several goals."""
    for number, row in enumerate(values.get("indicator", ())):
        yield ("indicator", number), row
    for at, goal in enumerate(values.get("goals", ())):
        for number, row in enumerate(goal.get("indicator", ())):
            yield ("goals", at, "indicator", number), row


def _stamped(section: SectionText, file: str) -> SectionText:
    lines = tuple(line.in_file(file) for line in section.lines)
    return section._replace(place=section.place.in_file(file), lines=lines)

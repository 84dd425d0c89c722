"""A figure: a value that may be printed, and where it came from."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import is_number, plain, round_half_up, written
from generator.base.problem import Place
from generator.base.toml import KeyPath, TomlFile
from generator.model.figure_id import FigureId
from generator.model.units import Units


class Source(NamedTuple):
    """A key of an input file. Its line is looked up only when somebody asks."""

    file: TomlFile
    keys: KeyPath

    @property
    def place(self) -> Place:
        """Return file, line and column of the value."""
        return self.file.place(self.keys)


class Figure(NamedTuple):
    """A value with its source: an input line, or a formula over other figures.

    ``id`` is unique in a dossier (``case-handling/funds.spent``) and does not move with rows.
    """

    id: FigureId
    value: Decimal | str
    shown: str
    unit: str = ""
    label: str = ""
    sources: tuple[Source, ...] = ()
    formula: str = ""
    rule: str = ""
    basis: str = ""
    inputs: tuple[FigureId, ...] = ()

    @property
    def bare(self) -> str:
        """Return what is shown without the unit, for cells whose header names the unit."""
        if not isinstance(self.value, Decimal):
            return self.shown
        bare = self.shown.removesuffix(self.unit)
        return bare if is_number(bare.replace(",", "")) else plain(self.value)

    @property
    def number(self) -> "Figure":
        """Return the same figure printed without its unit."""
        return self._replace(shown=self.bare)

    def converted(self, unit: str, units: Units) -> "Figure":
        """Return the same figure in another unit of its dimension."""
        if (
            not isinstance(self.value, Decimal)
            or not self.unit
            or not units.are_comparable(self.unit, unit)
        ):
            message = f"“{self.shown}”不能换算成{unit}"
            raise ConversionError(message)
        exact = units.convert(Fraction(self.value), self.unit, unit)
        value = exact_decimal(exact)
        return self._replace(value=value, unit=unit, shown=f"{plain(value)}{unit}")

    @property
    def is_computed(self) -> bool:
        """Tell whether a formula gives this figure."""
        return bool(self.formula)


class ConversionError(ValueError):
    """Somebody asked for a unit of another dimension."""


MOST_PLACES = 8


def exact_decimal(exact: Fraction) -> Decimal:
    """Return a fraction as a decimal, rounded only where it does not end."""
    return round_half_up(exact, MOST_PLACES)


def number_figure(  # noqa: PLR0913 - a figure has many sides, all optional but the first three
    id: FigureId,
    value: Decimal,
    unit: str,
    *,
    label: str = "",
    sources: Sequence[Source] = (),
    formula: str = "",
    rule: str = "",
    basis: str = "",
    inputs: Sequence[FigureId] = (),
) -> Figure:
    """Make a figure that prints as number and unit, with the places that it was typed with."""
    shown = plain(value) if formula else written(value)
    return Figure(
        id,
        value,
        f"{shown}{unit}",
        unit,
        label,
        tuple(sources),
        formula,
        rule,
        basis,
        tuple(inputs),
    )


def text_figure(
    id: FigureId,
    text: str,
    *,
    label: str = "",
    sources: Sequence[Source] = (),
    formula: str = "",
    basis: str = "",
    inputs: Sequence[FigureId] = (),
) -> Figure:
    """Make a figure that prints as it was written."""
    return Figure(id, text, text, "", label, tuple(sources), formula, "", basis, tuple(inputs))

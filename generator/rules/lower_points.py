"""A03: the points that headings print for lower classes, against those of the class above them."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary


def lower_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Where every lower class of a class has points, they make the points of the upper one."""
    del words
    for part in form.by_goal():
        yield from _of_part(part)


def _of_part(form: PrintedForm) -> Iterator[Finding]:
    known = {points.name: points.value for points in form.points}
    for upper in form.points:
        if "/" in upper.name:
            continue
        lower = {row.class_ for row in form.rows if row.first == upper.name}
        if not lower or not all("/" in name and name in known for name in lower):
            continue
        # A lower class without rows has its points, too.
        values = [known[name] for name in known if name.startswith(f"{upper.name}/")]
        together = sum(values, Decimal(0))
        if together != upper.value:
            how = "+".join(plain(value) for value in values)
            left, right = plain(upper.value), plain(together)
            yield Finding("lower-points", upper.place, left, right, how, upper.name)

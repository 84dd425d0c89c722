"""A03: the points of the classes are those that the form's own notes give them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import Points, PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.weights import FULL

_CLASS_POINTS = Pattern(r"([一-鿿]{2,10}?)(?:类)?(?:指标)?[（(:：为占]{0,2}([0-9]{1,3})分(?!值)")
_SENTENCE_END, _CLAUSE_END = Pattern("[。;；\n]"), Pattern("[,，]")
_FEWEST, _SETS = 2, "分"
_RATE = "执行率"


def noted_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Headings, or the weights below them, against all notes that set points."""
    if not any(_SETS in entry.text for entry in form.entries):
        return
    printed = {points.name: points for points in _printed(form)}
    told: set[str] = set()
    for noted in _notes(form, set(printed), words):
        for name, value in noted.items():
            points = printed[name]
            if points.value != value and name not in told:
                told.add(name)
                left, right = plain(points.value), plain(value)
                yield Finding("noted-points", points.place, left, right, name=name)


def _printed(form: PrintedForm) -> Iterator[Points]:
    """Give the points of headings; of classes without, what their rows come to; of the execution."""
    headed = {points.name for points in form.points}
    yield from form.points
    classes = [name for row in form.rows for name in (row.first, row.class_)]
    for name in dict.fromkeys(classes):
        rows = form.of_class(name)
        weights = [row.weight for row in rows if row.weight]
        if name and name not in headed and len(weights) == len(rows) and not form.shared:
            yield Points(name, sum((w.value for w in weights), Decimal(0)), weights[0].place)
    if form.funds.weight is not None:
        yield Points(_RATE, form.funds.weight.value, form.funds.weight.place)


def _notes(form: PrintedForm, names: set[str], words: Vocabulary) -> Iterator[dict[str, Decimal]]:
    """Give what each sentence of a note sets; it goes on over its commas, until it tells of scores."""
    for entry in form.entries:
        if _SETS not in entry.text:  # nearly all cells are values
            continue
        for sentence in _SENTENCE_END.split(half_width(entry.text)):
            clauses = takewhile(
                lambda c: not words.has("tells-scores", c), _CLAUSE_END.split(sentence)
            )
            said = "，".join(clauses)
            every = _CLASS_POINTS.findall(said)
            found = {
                name: Decimal(points)
                for called, points in every
                for name in names
                if called.endswith(name.rpartition("/")[2])
            }
            # The execution may be among them, for which the form prints no points of its own.
            is_whole = len(every) > _FEWEST and FULL in (
                sum(found.values()),
                sum(Decimal(points) for _, points in every),
            )
            if len(found) >= _FEWEST and (is_whole or words.has("sets-points", said)):
                yield found

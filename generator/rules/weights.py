"""A03: weights add up to what the form prints: of a class, of a block, of the whole, of its note."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row, SharedScore
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary

FULL = Decimal(100)
_NONE = -1  # rows that stand below no goal of their own
# What an execution row may be worth that prints no weight.
_UNPRINTED = (Decimal(0), Decimal(10), Decimal(20))


def class_weights(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rows of a class carry the points that its heading prints, below each goal its own."""
    del words
    for part in form.by_goal():
        for points in part.points:
            rows = part.of_class(points.name)
            together = _sum_of_weights(rows)
            if rows and together is not None and together != points.value:
                at = next((row.weight.place for row in rows if row.weight), points.place)
                left, right = plain(points.value), plain(together)
                yield Finding("class-weights", at, left, right, name=points.name)


def due_weights(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rows of a block carry what the scheme gives it."""
    del words
    for block in form.ruled.blocks if form.ruled is not None else ():
        if block.claimed is not None and block.claimed != block.due:
            left, right = plain(block.due), plain(block.claimed)
            yield Finding(
                "part-weights", block.place, left, right, name=block.name, basis=block.basis
            )


def goal_weights(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rows below each of several goals carry the points of the goal, and score no more."""
    del words
    for part in form.by_goal():
        if len(part.blocks) != 1 or not part.rows or part.rows[0].goal == _NONE:
            continue
        (block,), left = part.blocks, plain(part.blocks[0].value)
        weights = _weights(part.rows, part.shared)
        if weights is not None and (own := sum(weights, Decimal(0))) != block.value:
            yield Finding("goal-weights", block.place, left, plain(own), name=block.name)
        scores = [row.scored for row in part.rows] + [one.score for one in part.shared]
        together = sum((score.value for score in scores if score), Decimal(0))
        if together > block.value:
            yield Finding("goal-scores", block.place, plain(together), left, name=block.name)


def class_scores(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Where no weights are printed, the scores of a class stay within its points."""
    del words
    for part in form.by_goal():
        for points in part.points:
            rows = part.of_class(points.name)
            own = [s for s in part.shared if _is_of(s.class_, points.name)]
            scores = [row.scored for row in rows] + [one.score for one in own]
            together = sum((score.value for score in scores if score), Decimal(0))
            if not any(row.weight for row in rows) and together > points.value:
                left, right = plain(points.value), plain(together)
                yield Finding("class-scores", points.place, left, right, name=points.name)


def block_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The points of the classes make the points of the block that they stand in."""
    del words
    parts = [*form.by_goal()]
    for part in parts:
        classes = {row.first for row in part.rows}
        uppers = [points for points in part.points if "/" not in points.name]
        if len(part.blocks) != 1 or {points.name for points in uppers} != classes:
            continue
        block, together = part.blocks[0], sum((p.value for p in uppers), Decimal(0))
        # The block of all indicators may hold what has no class; a goal is its classes.
        if together > block.value or (len(parts) > 1 and together != block.value):
            left, right = plain(block.value), plain(together)
            yield Finding("block-points", block.place, left, right, name=block.name)


def all_weights(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All weights together are what the scheme says, else 100 or what the form prints as their total."""
    del words
    whole = form.ruled.whole if form.ruled is not None else None
    if whole is not None and whole.claimed is not None:
        if whole.claimed != whole.due:
            left, right = plain(whole.due), plain(whole.claimed)
            yield Finding("scheme-weights", whole.place, left, right, basis=whole.basis)
        return
    rows = _all_weights(form)
    if rows is None or (form.is_in_report and not (form.total or form.total_weight)):
        return
    execution = form.funds.weight
    goal = form.goal_weight.value if form.goal_weight else Decimal(0)
    if any(item.weight is None for item in form.items):
        return
    items = sum((item.weight.value for item in form.items if item.weight), Decimal(0))
    known = rows + goal + items + (execution.value if execution else Decimal(0))
    printed = form.total_weight.value if form.total_weight else FULL
    unprinted = (Decimal(0),) if execution else _UNPRINTED
    if any(known + other in (FULL, printed) for other in unprinted):
        if form.total_weight and all(known + other != FULL for other in _UNPRINTED):
            yield Finding("weights-not-full", form.total_weight.place, plain(printed), plain(FULL))
        return
    at = (form.total_weight or form.total or Amount(FULL, form.start)).place
    yield Finding("all-weights", at, plain(printed), plain(known))


def _all_weights(form: PrintedForm) -> Decimal | None:
    weights = [row.weight.value for row in form.rows if row.weight]
    weighed = {(row.class_, row.goal) for row in form.rows if row.weight}
    weights += [
        shared.weight.value
        for shared in form.shared
        if shared.weight and (shared.class_, shared.goal) not in weighed
    ]
    if not weights or (len(weights) < len(form.rows) and not form.shared):
        return None
    return sum(weights, Decimal(0))


def _weights(rows: Sequence[Row], shared: Sequence[SharedScore]) -> list[Decimal] | None:
    """Return the points of every row, or of what several rows have together (``None``: some have none)."""
    weighed = {row.class_ for row in rows if row.weight}
    joint = {one.class_: one.weight for one in shared if one.class_ not in weighed}
    every = [row.weight for row in rows if row.class_ not in joint] + [*joint.values()]
    known = [amount.value for amount in every if amount is not None]
    return known if len(known) == len(every) else None


def _sum_of_weights(rows: tuple[Row, ...]) -> Decimal | None:
    weights = [row.weight.value for row in rows if row.weight]
    if len(weights) < len(rows):
        return None
    return sum(weights, Decimal(0))


def _is_of(class_: str, name: str) -> bool:
    return name in (class_.partition("/")[0], class_)

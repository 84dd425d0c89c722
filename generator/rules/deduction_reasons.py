"""C02: points were taken off, and the reason is missing, is none, or is the same everywhere."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.causes import causes_in, is_no_reason, is_of_funds, parts_of, says_why
from generator.rules.finding import Finding
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_scores import reached
from generator.rules.rule_words import Vocabulary
from generator.rules.told_short import is_told_short

_SHORTEST, _LONGEST_OF_ONE = 6, 100
_COST = "成本"
_FEWEST_SAME = 3
_SENTENCE = Pattern("[。；;]")
_SURELY_COPIED = 12
_SHORTEST_CORE = 4
_PIECE = 3  # so much of a name hints at it


def missing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A score below its weight has a reason, in its row or wherever reasons stand."""
    for shared in form.shared:
        is_short = shared.score and shared.weight and shared.score.value < shared.weight.value
        if is_short and shared.reason == "" and shared.score and shared.weight:
            left, right = plain(shared.score.value), plain(shared.weight.value)
            yield Finding("reason-missing", shared.place, left, right, name=shared.class_)
    for row in _lowered(form):
        said = squeezed(row.reason.text)
        # In an input nothing stands above; in a print 同上 may point at the row before.
        is_none = is_no_reason(said, words) or (
            form.is_typed and words.is_one("no-reason-of-inputs", said)
        )
        if said and not is_none:
            continue
        if row.scored and row.weight and not is_explained_elsewhere(form, row, words):
            id = "reason-is-none" if said else _missing(form, row, words)
            if id == "reason-no-column" and (
                _is_by_rate(row, words)
                or _is_explained_behind(form, row, words)
                or is_told_short(form, row, words)
            ):
                continue
            left, right = plain(row.scored.value), plain(_full(row))
            at = row.reason.place if said else row.place
            yield Finding(id, at, left, right, said, row.name.text)


def _is_by_rate(row: Row, words: Vocabulary) -> bool:
    """Tell the score of the rate of execution, which the rate itself explains: 98% of 10 points."""
    name = squeezed(row.name.text)
    is_rate = any(words.is_one(id, name) for id in ("rate-of-the-whole", "rate-of-this-year"))
    rate = reached(row, words) if is_rate else None
    if rate is None or row.scored is None or row.weight is None:
        return False
    due = round_half_up(Fraction(row.weight.value) * rate, row.scored.places)
    return row.scored.value == due


def _is_explained_behind(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell words behind the score in a column of another name: 评分说明 may hold rules, or reasons."""
    at = row.scored.place if row.scored else None
    if not isinstance(at, DocumentPlace):
        return False
    behind = (
        squeezed(e.text)
        for e in form.entries
        if (e.place.sheet, e.place.table, e.place.row) == (at.sheet, at.table, at.row)
        and e.place.column > at.column
    )
    return any(len(t) >= _SHORTEST and not is_no_reason(t, words) for t in behind)


def _missing(form: PrintedForm, row: Row, words: Vocabulary) -> str:
    """A form without a column for reasons hardly asks for them."""
    is_typed = form.is_typed and "indicator.reason" not in form.no_place
    has_column = is_typed or "reason" in form.columns or _has_words_on_score(form, row, words)
    return "reason-missing" if has_column else "reason-no-column"


def _has_words_on_score(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell a column 评分说明 behind the scores in which few rows say anything: it is for the reasons."""
    at = row.scored.place if row.scored else None
    if not isinstance(at, DocumentPlace) or form.is_typed:
        return False
    own = [e for e in form.entries if (e.place.sheet, e.place.table) == (at.sheet, at.table)]
    heads = [
        e.place
        for e in own
        if e.place.row < at.row
        and e.place.column > at.column
        and words.is_one("words-on-score", squeezed(e.text))
    ]
    rows = {r.place.row for r in form.rows if isinstance(r.place, DocumentPlace)}
    for head in heads:
        said = {e.place.row for e in own if e.place.column == head.column and e.text.strip()} & rows
        if 2 * len(said) <= len(rows):
            return True
    return False


def same_everywhere(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """One and the same reason stands in every row that lost points, or for each in one cell."""
    rows = [row for row in _lowered(form) if row.reason]
    said = Counter(squeezed(row.reason.text) for row in rows)
    for text, count in said.items():
        if count >= _FEWEST_SAME and count == len(rows):
            yield Finding("reason-repeated", rows[0].reason.place, text[:20], str(count))
    yield from _of_all_rows(form, said, words)
    for entry in form.entries:
        if entry.place.table and entry.answer != "furniture":
            ends = Counter(_reason_of(said) for said in _SENTENCE.split(squeezed(entry.text)))
            text, count = max(ends.items(), key=lambda one: one[1])
            is_reason = bool(text) and words.has("because", text)
            is_all = count >= _FEWEST_SAME and count == sum(n for t, n in ends.items() if t)
            # So many words are not the same twice by chance.
            is_copied = count > 1 and len(text) >= _SURELY_COPIED
            if is_reason and (is_all or is_copied):
                yield Finding("reason-repeated", entry.place, text[:20], str(count))


def _of_all_rows(form: PrintedForm, told: Counter[str], words: Vocabulary) -> Iterator[Finding]:
    """One reason stands in every row that has any, those that lost nothing among them."""
    rows = [
        row
        for row in form.rows
        if row.reason and not is_no_reason(squeezed(row.reason.text), words)
    ]
    every = {squeezed(row.reason.text) for row in rows}
    if len(every) != 1 or len(rows) < _FEWEST_SAME or told.total() == len(rows):
        return
    text = every.pop()
    is_full = len(rows) > told.total()
    if is_full and (told.total() or says_why(text, words)) and told[text] < _FEWEST_SAME:
        yield Finding("reason-of-all-rows", rows[0].reason.place, text[:20], str(len(rows)))


def _reason_of(sentence: str) -> str:
    """Return what a sentence of a list of reasons says behind the name: 满意度：受疫情影响."""
    name, colon, reason = sentence.replace(":", "：").partition("：")
    return reason if colon and name else ""


def _lowered(form: PrintedForm) -> Iterator[Row]:
    for row in form.rows:
        if row.scored and row.weight and row.scored.value < _full(row):
            yield row


def _full(row: Row) -> Decimal:
    """Return the points of a row that lost none; one that only takes points off has none."""
    return Decimal(0) if row.is_deduction or row.weight is None else row.weight.value


def is_row_explained(row: Row, words: Vocabulary) -> bool:
    """Tell whether the row's own cell says why."""
    return bool(row.reason) and not is_no_reason(squeezed(row.reason.text), words)


def is_explained_elsewhere(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell whether a sentence elsewhere names the row, or the form explains at its foot."""
    name = squeezed(row.name.text)
    own = {row.reason.text for row in form.rows}
    others = {squeezed(other.name.text) for other in form.rows} - {name, ""}
    told = _told(form)
    # Where every row has a cell for its reason, what is said of everything is none of a blank one.
    has_own_cell = "reason" in form.columns and not row.reason
    for_reasons = {*form.reasons_given, form.foot_reason}
    if not has_own_cell and any(
        _is_about(squeezed(part), row, words)
        for text in form.headed_reasons
        for part in parts_of(text, words)
    ):
        return True
    for text in form.explanations:
        tight = squeezed(text)
        if text in own or len(tight) < _SHORTEST or is_no_reason(tight, words):
            continue
        if name and name in tight and _explains(form, text, name, words):
            # What a long section merely tells of a row is no reason.
            is_for_it = len(tight) <= _LONGEST_OF_ONE or text in for_reasons or text in told
            if is_for_it or _says_why_of(text, name, words):
                return True
        is_of_another = _names_one_of(tight, others) and not _hints_at(tight, name)
        is_general = has_own_cell and text not in for_reasons and not _is_about(tight, row, words)
        if text in told or is_of_another or is_general:
            continue
        if _gives_reason(text, row, words, _cores(others, words)):
            return True
    return False


def _cores(names: set[str], words: Vocabulary) -> set[str]:
    """Return what rows are named after, without what they are counted in: 育苗大棚 of 育苗大棚座数."""
    found = set()
    for name in names:
        core = name
        for word in words.words("counted-in"):
            core = core.removesuffix(word)
        is_counted = core != name and words.units is not None and words.units.is_unit(core[-1:])
        core = core[:-1] if is_counted else core
        if len(core) >= _SHORTEST_CORE:
            found.add(core)
    return found


def _is_about(tight: str, row: Row, words: Vocabulary) -> bool:
    """Tell whether a text speaks of what a row is named after, or of all of its kind."""
    name = squeezed(row.name.text)
    for word in words.words("says-little"):
        name = name.replace(word, "")
    pieces = {name[at : at + 2] for at in range(len(name) - 1)}
    return any(piece in tight for piece in pieces) or (row.second != "" and row.second in tight)


def _gives_reason(text: str, row: Row, words: Vocabulary, others: set[str]) -> bool:
    """Tell a text that says why; why money was left or moved is no reason but for what it paid.

    A point of a list that names what another row is named after is the reason of that one.
    """
    is_paid = _COST in row.class_ or words.has("money-worded", row.name.text)
    for sentence in parts_of(text, words):
        own, tight = causes_in(sentence, words), squeezed(sentence)
        is_of_another = any(core in tight for core in others) and not _is_about(tight, row, words)
        if is_of_another and not words.has("said-of-all", tight):
            continue
        if is_paid and own:
            return True
        is_of_row = _hints_at(tight, squeezed(row.name.text)) or not is_of_funds(tight, words)
        if is_of_row and any(not words.is_one("because-of-money", word) for word in own):
            return True
    return False


def speaks_of(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell whether a text that explains names the row."""
    name = squeezed(row.name.text)
    for_reasons = {*form.reasons_given, *form.reason_cells}
    return bool(name) and any(
        name in squeezed(text) and (text in for_reasons or _says_why_of(text, name, words))
        for text in form.explanations
        if text in for_reasons or _explains(form, text, name, words)
    )


def _says_why_of(text: str, name: str, words: Vocabulary) -> bool:
    """Tell a text whose sentence on a name says why; a section that only tells what was done does not."""
    parts = [*parts_of(text, words)]
    about = (n for n, part in enumerate(parts) if name in squeezed(part))
    return any(
        says_why(one, words) or words.has("gives-cause", words.without("no-cause", one))
        for n in about
        for one in parts[n : n + 2]
    )


@once_for_a_form
def _told(form: PrintedForm) -> frozenset[str]:
    """Return the words of results: they name everything, and explain only where they say why."""
    return frozenset((form.achieved.text, *(row.actual.text for row in form.rows)))


def _explains(form: PrintedForm, text: str, name: str, words: Vocabulary) -> bool:
    """Tell a text that says why of a name; what is there to explain, and no more, need not.

    What only sets a bound (群众满意度不低于90%) explains nothing wherever it stands.
    """
    is_told = text in _told(form) or text in form.told_beside
    parts = [one for one in parts_of(text, words) if name in squeezed(one)]
    if not is_told and not (parts and all(words.has("sets-a-bound", one) for one in parts)):
        return True
    return any(
        says_why(one, words) or words.has("gives-cause", words.without("no-cause", one))
        for one in parts
    )


def _names_one_of(tight: str, others: set[str]) -> bool:
    """Tell whether a short text names a row: it explains that one. Sections speak of everything."""
    return len(tight) <= _LONGEST_OF_ONE and any(other in tight for other in others)


def _hints_at(tight: str, name: str) -> bool:
    return any(name[at : at + _PIECE] in tight for at in range(len(name) - _PIECE + 1))

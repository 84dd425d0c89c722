"""X02: years of rows and sentences that are not the form's own: targets, the evaluation, the work."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, half_width
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary

_CLAUSE = Pattern("[，,。；;\n]")
_SENTENCE = Pattern("[。；;\n]")
_NO_COMPARING = Pattern("较[好为快大高多]")
_YEAR = Pattern(r"20[0-9]{2}年")
_TITLES = Pattern(r"《[^》]{1,200}》")
_OWN_YEAR = Pattern(
    r"(?P<year>20[0-9]{2})年度?[^，,。；;《0-9]{0,24}?(?:绩效自评(?:工作|情况|报告)|绩效评价(?:工作|情况|报告)|自评报告)"
)
_WORK = Pattern(
    rf"^\s*(?:[（(]?[0-9{NUMERALS}]{{1,2}}(?:[）)、.．]|是)\s*)*(?P<year>20[0-9]{{2}})年(?!\s*[0-9]{{1,2}}\s*月)"
)


def targets_of_other_years(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A target was due in a year before the form's."""
    for row in form.rows:
        measure = row.target.measure
        if measure.kind is not MeasureKind.DATE or measure.deadline is None or form.year is None:
            continue
        due = measure.deadline.year
        if due is not None and due < form.year and not words.has("carried-over", row.name.text):
            left, right = row.target.text, f"{form.year}年"
            yield Finding("other-year", row.target.place, left, right, "", row.name.text)


def own_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence calls this very self-evaluation one of another year."""
    if form.year is None or not form.is_evaluation:
        return
    for entry in form.everything:
        if "年" not in entry.text:  # nearly all cells are values
            continue
        text = _TITLES.sub("", half_width(entry.text))
        for found in _OWN_YEAR.finditer(text):
            year = int(found["year"])
            before = _CLAUSE.split(text[: found.start()])[-1]
            is_basis = words.has("cites-others", before + text[found.end() : found.end() + 12])
            if year == form.year - 1 and not is_basis:
                yield Finding("other-year", entry.place, f"{year}年", f"{form.year}年")


def work_of_other_years(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence tells of the work of the year before as of what this year wanted."""
    if form.year is None or not form.is_evaluation:
        return
    before = str(form.year - 1)
    for entry in form.everything:
        text = half_width(entry.text)
        for sentence in _SENTENCE.split(text) if before in text else ():
            found = _WORK.match(sentence)
            if found is None or found["year"] != before or len(_YEAR.findall(sentence)) > 1:
                continue
            plain = _NO_COMPARING.sub("", sentence)
            is_own = words.has("own-aims", plain) and words.has("done", plain)
            is_basis = words.has("cites-others", plain) or words.has("carried-over", plain)
            if is_own and not is_basis:
                yield Finding("other-year", entry.place, f"{before}年", f"{form.year}年")

"""A09: what an explanation says was left, against the budget less what was spent that the form itself prints."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import places_of, plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.rule_words import Vocabulary

_BEHIND = Pattern(
    r"\s*(?:资金)?(?:已|全部|年末|尚)?(?:结转|结余|未支付|未支出|未执行|未使用|未拨付)"
)
_CLAUSE = Pattern("[，,。；;：:（(]")
_LONGEST = 10  # 年末结转结余资金
_MONEY, _FEWEST_DIGITS = "元", 2
_ONE_DIGIT = 3  # digits from which on a single one that differs is a slip


def left_amounts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The one amount of its text; only what is a slip of the due one: its digits in another order, or one of them."""
    due = [left for row in form.funds.rows if (left := _left(row)) is not None]
    if not due or not due[0]:
        return
    size = form.money_size[1]
    for one in said(form):
        money = [f for f in one.facts if words.are_comparable(f.unit, _MONEY) and f.unit]
        if len(money) != 1 or not _is_left(one, money[0], words):
            continue
        (fact,) = money
        value = (in_base(fact) or Decimal(0)) / size
        if value not in due and not fact.is_about and is_slip(value, due[0]):
            right = f"{plain(due[0] * size / fact.size[1])}{fact.unit}"
            total = form.funds.total
            how = "-".join(plain(a.value) for a in (total.budget, total.spent) if a is not None)
            yield Finding("left-amount", fact.place, shown(fact), right, how)


def _left(row: FundsRow) -> Decimal | None:
    return None if row.budget is None or row.spent is None else row.budget.value - row.spent.value


def _is_left(one: Said, fact: Fact, words: Vocabulary) -> bool:
    clause = _CLAUSE.split(one.before(fact))[-1].strip()
    is_led = len(clause) <= _LONGEST and words.has("is-left", clause)
    return is_led or _BEHIND.match(one.text, fact.end) is not None


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Tell two numbers of the same digits in another order, or with one that differs: 46 and 64, 385 and 325."""
    places = max(places_of(one), places_of(other))
    digits, others = (str(value.quantize(Decimal(1).scaleb(-places))) for value in (one, other))
    if len(digits) != len(others) or one == other:
        return False
    telling = len(digits.replace(".", "").strip("0"))
    differing = sum(a != b for a, b in zip(digits, others, strict=True))
    is_turned = sorted(digits) == sorted(others) and telling >= _FEWEST_DIGITS
    return is_turned or (differing == 1 and telling >= _ONE_DIGIT)

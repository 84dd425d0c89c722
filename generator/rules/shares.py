"""A10: a percentage of a sentence against the quantities before it: parts of a whole, rates of two counts."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.model.amounts import MOST_TELLING
from generator.read.fact import Fact, Role, exactly
from generator.rules.closed_list import closed_list, is_named_after, listed_for
from generator.rules.complements import Complements, complements
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, places_of, said, shown
from generator.rules.named_wholes import whole_money, wholes_called, wholes_elsewhere
from generator.rules.printed_form import PrintedForm
from generator.rules.rates_in_turn import is_in_turn
from generator.rules.rule_words import Vocabulary

# 满意的占94.6% has a subject of its own, and is no part of the number before it.
_SHARE = Pattern(r"(?<!的)占(?P<of>[^,，。；;0-9]{0,14})$")
_SUBJECT = Pattern(r"[，,；;](?P<of>[一-鿿]{2,16})占(?:比)?[^，,。；;0-9]{0,14}$")
_NEAR_NAME = 24
_HAS_SHARE = Pattern(r"[，,]?占")  # a part beside this one
_BESIDE = Pattern(r"[，,]占(?:比)?")
_NO_NUMBER_BETWEEN = 30
_RATE = Pattern(r"[一-鿿]{1,12}率$|满意度$")
# 户厕改造验收合格率 is of 验收合格; 公厕 shares a sign with it, and is another thing.
_NEAREST = Pattern(r"^.*(?P<core>.{4})(?=率|度)")
_DUE = Pattern(r"应(?P<act>[一-鿿]{1,6}?)数?(?:为|是)?$")
_REALLY = ("实", "实际", "已")
_PERCENT = 100
_CORE = 2  # signs of what a rate is of
_REACH_CEILING = (
    200  # numbers that may stand between a whole and its part: more are of other things
)
COMMON = frozenset("率的了为达到人数量全部已总共个项目")


def parts_of_wholes(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“…882万元，占70%”: some whole of its paragraph gives that share."""
    for one in said(form):
        for rate in one.facts:
            if rate.unit != "%" or not isinstance(rate.value, Decimal) or rate.is_about:
                continue
            found = _SHARE.search(one.before(rate).rstrip("约达到为比例重 "))
            part = _named_part(one, rate) or _last(one, rate)
            if found is None or part is None or part.unit == "%":
                continue
            if _is_of_others(one, rate, words) or _has_own_subject(one, part, rate, words):
                continue
            wholes = [w for w in _wholes(one, part) if not words.has("no-whole", w.name)]
            if words.has("what-is-left", part.name):
                wholes = [w for w in wholes if w.role != "spent"]  # the rest is of the budget
            wholes = wholes or wholes_elsewhere(form, part, found["of"], words)
            if words.has("all-the-money", found["of"]):
                wholes = [*_of_the_paper(form, part, found["of"], words), *wholes]
                wholes = wholes or [*_of_the_form(form, part)]
            wholes = wholes or _budgets_left(form, part, found["of"], words)
            # 占全年预算的5.05%: the whole that is called so goes before the one that is nearest.
            wholes = wholes_called(one, wholes, found["of"]) or wholes
            if not wholes or _is_told_beside(one, wholes[-1], part, rate):
                continue
            rates = [_quotient(part, whole) for whole in wholes]
            if not any(agrees(rate.value, exact, is_loose=len(wholes) > 1) for exact in rates):
                whole = (whole_money(wholes, found["of"], words) or wholes)[-1]
                yield share_finding(rate, part, whole, _quotient(part, whole))


def _is_of_others(one: Said, rate: Fact, words: Vocabulary) -> bool:
    """Tell 剩余资金占3%, which is told by itself, and 分别占50%、35%: each is of a part of its own."""
    return words.has("what-is-left", one.before(rate)) or is_in_turn(one, rate)


def _has_own_subject(one: Said, part: Fact, rate: Fact, words: Vocabulary) -> bool:
    """Tell “女34人，大专以上学历占95%”: what takes the share is named anew, and is not the part before it."""
    subject = _SUBJECT.search(one.before(rate))
    if subject is None or words.has("share-of-the-same", subject["of"]):
        return False
    named = one.before(part)[-_NEAR_NAME:] + one.text[part.end : part.end + subject.start("of")]
    return not (set(subject["of"]) - COMMON) & set(named)


def rates_of_counts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“发放200份，收回190份，回收率95%”: the rate follows from the two counts that it names."""
    for one in said(form):
        for rate in one.facts:
            name = _RATE.search(rate.name)
            if rate.unit != "%" or name is None or not isinstance(rate.value, Decimal):
                continue
            before = one.same_sentence(rate)[-2:]
            if any(f.unit == "%" for f in before):
                before = _past_rates(one, rate)
            if len(before) < 2 or any(f.sign for f in (*before, rate)):
                continue
            if words.ends("reached-rate", rate.name) and any(f.role == "target" for f in before):
                continue  # held against its target elsewhere
            if parts := closed_list(one, rate) or listed_for(one, rate):
                yield from _of_list(one, rate, parts)
                continue
            whole, part = before
            if (both := complements(one, whole, part, words)) is not None:
                yield from _of_both(one, rate, both, words)
            elif not _are_sources(one, rate, whole, part, words):
                yield from _of_one(one, rate, whole, part, words)


def _of_list(one: Said, rate: Fact, counts: tuple[Fact, ...]) -> Iterator[Finding]:
    """Hold a rate against the first of the parts, or the first few: 满意 and 基本满意 are satisfied both."""
    if not is_named_after(one, rate, counts, COMMON):
        return
    whole, *parts = counts
    printed = rate.value if isinstance(rate.value, Decimal) else Decimal(0)
    sums = [sum(map(exactly, parts[:n]), Fraction(0)) for n in range(1, len(parts) + 1)]
    shares = [s / exactly(whole) for s in sums] + [_quotient(p, whole) for p in parts]
    shares += [1 - share for share in shares]
    if not rate.is_about and not any(agrees(printed, share, is_loose=True) for share in shares):
        nearest = min(
            sums[:-1], key=lambda s: abs(s / exactly(whole) * _PERCENT - Fraction(printed))
        )
        worth = Decimal(nearest.numerator) / nearest.denominator
        own = parts[0]._replace(value=worth / parts[0].size[1])
        yield share_finding(rate, own, whole, nearest / exactly(whole))


def _past_rates(one: Said, rate: Fact) -> tuple[Fact, ...]:
    """Return the two counts before a rate and other rates, if the second is surely its own.

    “抽检1236批次，完成率103%，不合格37批次，合格率97%”: it bears the words of the rate.
    """
    counts = tuple(f for f in one.same_sentence(rate) if f.unit != "%")[-2:]
    core = rate.name.removesuffix("率").removesuffix("度")[-_CORE:]
    is_own = len(counts) > 1 and len(core) == _CORE and core in one.before(counts[1])
    return counts if is_own and counts[0].unit == counts[1].unit else ()


def _of_one(one: Said, rate: Fact, whole: Fact, part: Fact, words: Vocabulary) -> Iterator[Finding]:
    """Hold a rate against the count of a whole and that of its part."""
    are_persons = all(words.is_one("person-units", f.unit) for f in (whole, part))
    if not whole.unit or (whole.unit != part.unit and not are_persons):
        return
    if whole.role == "spent" and words.ends("rate-head", rate.name):
        return  # of what was spent a part was spent: its rate is of a budget of its own
    # The words of the part stand before it, or right behind it: 186人表示满意.
    around = one.before(part) + one.text[part.end : rate.start].replace(rate.name, "")
    named = set(around) & (set(_NEAREST.sub(r"\g<core>", rate.name)) - COMMON)
    is_of_all = words.ends("of-all-due", rate.name) and _is_of_due(one, whole, part)
    is_named = bool(named) or is_of_all
    if not is_named or not 0 < exactly(part) <= exactly(whole) or rate.is_about:
        return
    exact, printed = _quotient(part, whole), rate.value if isinstance(rate.value, Decimal) else None
    if any(
        agrees(printed or Decimal(0), e, is_loose=True) for e in of_whole_behind(one, rate, part)
    ):
        return
    # The first of the two may be the rest: 起诉841人，不起诉262人，不起诉率23.8%.
    of_both = exactly(part) / (exactly(part) + exactly(whole))
    if printed is None:
        return
    if not any(agrees(printed, e, is_loose=True) for e in (exact, 1 - exact, of_both)):
        # Of 1236 批次 and 37 that did not pass, 97 % did: the rest is told where it is nearer.
        is_rest = abs((1 - exact) * _PERCENT - Fraction(printed)) < abs(
            exact * _PERCENT - Fraction(printed)
        )
        yield share_finding(rate, part, whole, 1 - exact if is_rest else exact)


def _is_of_due(one: Said, whole: Fact, part: Fact) -> bool:
    """Tell 应检查268家，实际检查256家: the words of the two say what the rate is of."""
    due = _DUE.search(one.before(whole))
    return due is not None and one.before(part).endswith(
        tuple(f"{really}{due['act']}" for really in _REALLY)
    )


def of_whole_behind(one: Said, rate: Fact, part: Fact) -> Iterator[Fraction]:
    """Give the share of a whole that is named right behind: 到位450万元，到位率90%（应到位500万元）."""
    if (whole := whole_behind(one, rate, part)) is not None:
        yield _quotient(part, whole)


def whole_behind(one: Said, rate: Fact, part: Fact) -> Fact | None:
    """Return the whole that a bracket right behind a rate names."""
    is_led = one.text[rate.end : rate.end + 1] in ("（", "(")
    behind = one.between(rate.end, one.sentence_end(rate))[:1] if is_led else ()
    return next((f for f in behind if f.unit == part.unit and exactly(f)), None)


def _of_both(one: Said, rate: Fact, both: Complements, words: Vocabulary) -> Iterator[Finding]:
    """Hold a rate against the two that make a whole: it is of the one or of the other."""
    around = one.before(both.one) + one.before(both.other)
    named = set(around) & (set(rate.name) - COMMON)
    if not named or rate.is_about or not isinstance(rate.value, Decimal):
        return
    shares = [*both.shares()]
    if _are_both_of_it(one, rate, both, words):
        shares.append(Fraction(1))
    if not any(agrees(rate.value, share, is_loose=True) for share in shares):
        nearest = min(shares, key=lambda s: abs(s * _PERCENT - Fraction(rate.value or 0)))
        part = both.one if nearest == shares[0] else both.other
        whole = part._replace(value=Decimal(both.whole.numerator) / part.size[1])
        yield share_finding(rate, part, whole, nearest)


def _are_both_of_it(one: Said, rate: Fact, both: Complements, words: Vocabulary) -> bool:
    """Tell “117个一次验收合格，3个整改后复验合格，合格率100%”: what the rate is of is said of both."""
    core = rate.name.removesuffix("率")[-_CORE:]
    said = (one.text[both.one.end : both.other.start], one.text[both.other.end : rate.start])
    behind = [text.replace(rate.name, "") for text in said]
    return all(core in text and not words.has("denies", text) for text in behind)


def _are_sources(one: Said, rate: Fact, whole: Fact, part: Fact, words: Vocabulary) -> bool:
    """Tell two sources that have come in from what was to come in and what did."""
    if not words.ends("reached-rate", rate.name) or not words.are_comparable(part.unit, "元"):
        return False
    has_come = [words.has("reached-before", one.before(f)) for f in (whole, part)]
    is_wanted = words.has("wanted-before", one.before(whole))
    return not has_come[1] or (has_come[0] and not is_wanted)


def _named_part(one: Said, rate: Fact) -> Fact | None:
    """Return the one of a list that a share names again: 施工费451万元、监理费18万元，施工费占支出的86%."""
    subject = _SUBJECT.search(one.before(rate))
    if subject is None:
        return None
    named = (f for f in one.same_sentence(rate) if one.before(f).endswith(subject["of"]))
    return next(named, None)


def _last(one: Said, rate: Fact) -> Fact | None:
    before = one.same_sentence(rate)
    return before[-1] if before else None


def _wholes(one: Said, part: Fact) -> list[Fact]:
    """Return what a part may be a part of: greater quantities of its unit before it."""
    return [
        fact
        for fact in one.between(0, part.start)[-_REACH_CEILING:]
        if fact.dimension == part.dimension
        and fact.unit
        and not _HAS_SHARE.match(one.text, fact.end)
        and exactly(fact) >= exactly(part) > 0
    ]


def _of_the_paper(form: PrintedForm, part: Fact, called: str, words: Vocabulary) -> list[Fact]:
    """Return the amounts of all the money that the paper names before a part; those called alike last."""
    roles: tuple[Role, ...] = ("budget", "initial", "spent", "amount")
    known = [f for f in form.ledger.of_role(*roles) if f.end and not f.is_about]
    if any(words.has("adds-money", f.name) for f in known):
        return []  # all the money is more than any of them
    with_share = {f for one in said(form) for f in one.facts if _HAS_SHARE.match(one.text, f.end)}
    greater = [
        f
        for f in known
        if f not in with_share
        and f.dimension == part.dimension
        and f.place != part.place
        and exactly(f) >= exactly(part) > 0
    ]
    is_spent = words.has("spending", called)
    return sorted(greater, key=lambda f: ((f.role == "spent") == is_spent, f.role != "amount"))


def _budgets_left(form: PrintedForm, part: Fact, called: str, words: Vocabulary) -> list[Fact]:
    """Return what 剩余15万元，占预算的3% is a share of, where the budget stands in a paragraph before."""
    if not words.has("what-is-left", part.name) or not words.has("budget-head", called):
        return []
    return [w for w in _of_the_paper(form, part, called, words) if w.role != "spent"]


def _of_the_form(form: PrintedForm, part: Fact) -> Iterator[Fact]:
    """Give the totals of the columns of the form in which just this amount is that of a source."""
    size = form.money_size[1]
    for column in MOST_TELLING:
        whole = getattr(form.funds.total, column)
        own = [amount for s in form.funds.sources if (amount := getattr(s, column)) is not None]
        is_source = any(exactly(part) == amount.value * size for amount in own)
        if whole is not None and is_source and whole.value * size > exactly(part) > 0:
            yield part._replace(value=whole.value * size / part.size[1])


def _is_told_beside(one: Said, whole: Fact, part: Fact, rate: Fact) -> bool:
    """Tell a whole, its part and their share side by side, which every text is looked through for."""
    between, behind = one.text[whole.end : part.start], one.text[part.end : rate.start]
    is_near = between[:1] in ("，", ",") and len(between) <= _NO_NUMBER_BETWEEN
    is_plain = whole.unit == part.unit and not re.search("[。；0-9]", between)
    return is_near and is_plain and _BESIDE.fullmatch(behind) is not None


def agrees(printed: Decimal, exact: Fraction, *, is_loose: bool) -> bool:
    """Tell whether a share is printed right; what may have another whole may be cut off, too."""
    places = places_of(printed)
    right = {round_half_up(exact * _PERCENT, places)}
    if is_loose:
        right.add(truncate(exact * _PERCENT, places))
    return printed in right


def share_finding(rate: Fact, part: Fact, whole: Fact, exact: Fraction) -> Finding:
    """Say what a share ought to be."""
    places = max(2, places_of(rate.value)) if isinstance(rate.value, Decimal) else 2
    right = f"{plain(round_half_up(exact * _PERCENT, places))}%"
    how = f"{shown(part)} ÷ {shown(whole)}"
    return Finding("share", rate.place, shown(rate), right, how, rate.name or part.name)


def _quotient(part: Fact, whole: Fact) -> Fraction:
    return exactly(part) / exactly(whole)

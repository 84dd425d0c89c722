"""How a tree writes what it writes often: each thing with its forms, the one that most write first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.apart import Apart
from generator.model.dossier import Dossier
from generator.model.wording_packs import Wording
from generator.rules.dossier.tree_rules import Term, preferred, terms
from generator.rules.tree import wordings
from generator.rules.tree.cited import abbreviated, cited, funds
from generator.rules.tree.habit import KINDS, NUMBER, SENTENCE, SHORT, TITLE, Form, Habit, Use
from generator.rules.tree.tree_texts import TreeText, texts_of
from generator.wording.masking import shown_key

_MANY = 3  # units that write a sentence make it a set one
_MOST_EXAMPLES = 3
_SHORTEST_END = 4  # shorter ends are those of many bodies


def habits_of(dossiers: Sequence[Dossier], wording: Wording) -> tuple[Habit, ...]:
    """Gather the habits of a tree by kind, the most used first."""
    found = [
        *_terms([*terms(dossiers), *funds(dossiers)], wording.apart),
        *_documents(cited(dossiers)),
        *_shorts(abbreviated(dossiers)),
        *_sentences(texts_of(dossiers).sentences, wording.apart),
    ]
    return tuple(sorted(found, key=_order))


def _order(habit: Habit) -> tuple[int, int, str, str]:
    return KINDS.index(habit.kind), -len(habit.best.uses), habit.best.text, habit.of


def _terms(found: Iterable[Term], apart: Apart) -> Iterator[Habit]:
    by_kind: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for term in found:
        by_kind[term.kind][term.text].append(term)
    for kind, named in by_kind.items():
        nearer = {rest: best for rest, (best, _) in preferred(named, apart).items()}
        for group in _groups(nearer):
            yield _habit(kind, {n: [Use(t.unit, t.at) for t in named[n]] for n in group})


def _documents(found: Iterable[tuple[str, str, Use]]) -> Iterator[Habit]:
    """A number with two titles; a title with two numbers of one year."""
    titles: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    numbers: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for title, number, use in found:
        titles[number][title].append(use)
        numbers[f"{title} {number.partition('〕')[0]}"][number].append(use)
    for kind, named in ((TITLE, titles), (NUMBER, numbers)):
        for forms in named.values():
            if len(forms) > 1:
                yield _habit(kind, forms)


def _shorts(found: Iterable[tuple[str, str, Use]]) -> Iterator[Habit]:
    """Gather short forms by what they stand for, whether it is written with its place or without."""
    told = list(found)
    whole = _whole({full for full, _, _ in told})
    shorts: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for full, short, use in told:
        shorts[whole.get(full, full)][short].append(use)
    for full, forms in shorts.items():
        yield _habit(SHORT, forms)._replace(of=full)


def _whole(names: Iterable[str]) -> dict[str, str]:
    """Give the one longest name that ends with a shorter one."""
    ends: dict[str, set[str]] = defaultdict(set)
    known = sorted(names, key=len, reverse=True)
    found: dict[str, str] = {}
    for name in known:
        longer = ends.get(name, set())
        if len(longer) == 1:
            found[name] = next(iter(longer))
            continue
        for at in range(1, len(name) - _SHORTEST_END + 1):
            ends[name[at:]].add(name)
    return found


def _sentences(said: Mapping[str, Sequence[TreeText]], apart: Apart) -> Iterator[Habit]:
    nearer = dict(wordings.preferred(said, apart))
    grouped = {group[0]: group for group in _groups(nearer)}
    for key, texts in said.items():
        if key in nearer or len({text.home.unit for text in texts}) < _MANY:
            continue
        uses = {
            other: [Use(text.home.unit, text.at(), text.text) for text in said[other]]
            for other in grouped.get(key, [key])
        }
        habit = _habit(SENTENCE, {shown_key(other): own for other, own in uses.items()})
        yield habit._replace(gaps=tuple(_gaps(texts)))


def _gaps(texts: Sequence[TreeText]) -> Iterator[str]:
    """Say of each gap what stood in it."""
    masked = [text.masked for text in texts if text.masked is not None]
    for slots in zip(*(one.gaps for one in masked), strict=False):
        words = list(dict.fromkeys(slot.word for slot in slots))
        more = "……" if len(words) > _MOST_EXAMPLES else ""
        yield f"{slots[0].kind}：{'、'.join(words[:_MOST_EXAMPLES])}{more}"


def _groups(nearer: Mapping[str, str]) -> Iterator[list[str]]:
    """Give what hangs together, with the preferred one first."""
    groups: dict[str, list[str]] = {}
    for rest in nearer:
        first = rest
        while first in nearer:  # what is preferred is used more, so this ends
            first = nearer[first]
        groups.setdefault(first, [first]).append(rest)
    yield from groups.values()


def _habit(kind: str, forms: Mapping[str, Sequence[Use]]) -> Habit:
    """Put the form first that most units write, then most places."""
    counts = Counter({text: len({use.unit for use in uses}) for text, uses in forms.items()})
    order = sorted(forms, key=lambda text: (-counts[text], -len(forms[text]), text))
    return Habit(kind, tuple(Form(text, tuple(forms[text])) for text in order))

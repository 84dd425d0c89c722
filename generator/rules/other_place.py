"""W04: the office of another county that is called as one's own is: 石城县文化馆 in the paper of 永丰县文化馆."""

from collections.abc import Iterator
from functools import lru_cache

from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary

_OWN = Pattern(
    r"^(?:[一-鿿]{1,6}?(?:省|市|州|盟|自治区))*(?P<core>[一-鿿]{2,4}?)(?P<level>[县区旗])(?P<rest>[一-鿿]{3,16})$"
)
_CLAUSE = Pattern("[，,。；;：:\n]")
_MOST = 2  # times that it is named: a paper over several counties names them again and again
_SHORTEST_CORE = 2


def other_places(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Who learns from a neighbour or works with one says so; else the name was left from a copied paper."""
    own = next((found for unit in form.units if (found := _OWN.match(unit.strip()))), None)
    if own is None or not form.is_evaluation:
        return
    core, level = own["core"], own["level"]
    whole = "\n".join(entry.text for entry in form.everything)
    bodies = _called_after(f"{core}{level}", words.words("body-of-a-county"))
    own_bodies = dict.fromkeys((own["rest"], *(found["rest"] for found in bodies.finditer(whole))))
    pattern = _elsewhere(level, (*own_bodies, *words.words("bodies-of-counties")))
    others = [one for one in pattern.finditer(whole) if not one["before"].endswith(core)]
    if len(others) > _MOST:
        return
    for entry in form.everything:
        for clause in _CLAUSE.split(entry.text) if level in entry.text else ():
            found = pattern.search(clause)
            if found is None or found["before"].endswith(core):
                continue
            is_named = not words.ends("any-county", found["before"])
            if is_named and not words.has("with-others", clause.replace(found[0], "")):
                name = found["before"][-_SHORTEST_CORE:] + found["name"]
                yield Finding("other-body", entry.place, name)


@lru_cache(maxsize=16)
def _called_after(place: str, endings: tuple[str, ...]) -> Pattern:
    return Pattern(rf"{place}(?P<rest>[一-鿿]{{1,8}}?(?:{'|'.join(endings)}))")


@lru_cache(maxsize=16)
def _elsewhere(level: str, bodies: tuple[str, ...]) -> Pattern:
    return Pattern(rf"(?P<before>[一-鿿]{{2,8}})(?P<name>{level}(?:{'|'.join(dict.fromkeys(bodies))}))")

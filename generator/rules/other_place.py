"""W04: the office of another county that is called as one's own is: 石城县文化馆 in the paper of 永丰县文化馆."""

from collections.abc import Iterator
from functools import lru_cache

from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_OWN = Pattern(
    r"^(?:[一-鿿]{1,6}?(?:省|市|州|盟|自治区))*(?P<core>[一-鿿]{2,4}?)(?P<level>[县区旗])(?P<rest>[一-鿿]{3,16})$"
)
_CLAUSE = Pattern("[，,。；;：:\n]")
_MOST = 2  # times that it is named: a paper over several counties names them again and again


def other_places(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Who learns from a neighbour or works with one says so; else the name was left from a copied paper."""
    own = next((found for unit in form.units if (found := _OWN.match(unit.strip()))), None)
    if own is None or not form.is_evaluation:
        return
    core, level = own["core"], own["level"]
    whole = "\n".join(entry.text for entry in form.everything)
    bodies = _called_after(f"{core}{level}", words.words("body-of-a-county"))
    own_bodies = dict.fromkeys((own["rest"], *(found["rest"] for found in bodies.finditer(whole))))
    pattern = _elsewhere(level, tuple(own_bodies), words.words("leads-to-body"))
    others = [
        (entry, found, clause)
        for entry in form.everything
        for clause in (_CLAUSE.split(entry.text) if level in entry.text else ())
        if (found := pattern.search(clause)) and _is_a_name(found["core"], core, words)
    ]
    for entry, found, clause in others if len(others) <= _MOST else ():
        if not words.has("with-others", clause.replace(found["name"], "")):
            yield Finding("other-place", entry.place, f"{found['core']}{found['name']}")


def _is_a_name(text: str, own: str, words: Vocabulary) -> bool:
    """Tell 石城 of 石城县 from 按照 of 按照县里: no verb, nothing that any county is called."""
    is_verb = words.is_one("verb-before-body", text) or words.has("no-name-of-a-county", text)
    return not is_verb and not text.endswith(own) and not own.endswith(text)


@lru_cache(maxsize=16)
def _called_after(place: str, endings: tuple[str, ...]) -> Pattern:
    return Pattern(rf"{place}(?P<rest>[一-鿿]{{1,8}}?(?:{'|'.join(endings)}))")


@lru_cache(maxsize=16)
def _elsewhere(level: str, bodies: tuple[str, ...], leads: tuple[str, ...]) -> Pattern:
    return Pattern(
        rf"(?:^\s*|[、（(“]|{'|'.join(leads)})"
        rf"(?P<core>[一-鿿]{{2,3}})(?P<name>{level}(?:{'|'.join(bodies)}))"
    )

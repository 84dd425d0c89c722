"""C06: words that ask to fill something in here, left standing beside what was written."""

from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern(r"[。！!\n：:（(）)]")
_LENGTH = Pattern(
    r"(?:不超过|不少于|限|控制在|约)[0-9]{2,4}字|[0-9]{2,4}字(?:以内|左右|以下|以上|之内)"
)
_BRACKETED = Pattern(r"[【\[〔（(](?P<said>[^】\]〕（()）]{2,40})[】\]〕）)]")
_WHOLE = Pattern(r"[【\[〔（(](?P<said>[^】\]〕（()）]{6,80})[】\]〕）)][。；;]?")
# The last bracket, or what stands behind the last stop.
_LAST = Pattern(
    r"(?P<said>.*[^（(])(?:[（(【\[〔](?P<bracket>[^（）()【】\[\]〔〕]{4,60})[）)】\]〕]"
    r"|(?<=[。；;！!])(?P<sentence>[^。；;！!（）()]{4,60}))[。；;]?$"
)
_STOPS, _FEWEST_SIGNS = "。；;，,：: ", 8
_NUMBER = Pattern("[0-9]")
_OPENING = frozenset("【[〔（(")
_FEWEST_USED = 4


def left_instructions(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Rules of a form below its table say how, and not that here so many words are to be written."""
    paragraphs = [entry for entry in form.everything if not entry.place.table]
    is_filled = sum(entry.answer == "used" for entry in form.everything) >= _FEWEST_USED
    for entry in paragraphs if is_filled and form.is_evaluation else ():
        for sentence in _SENTENCE.split(squeezed(half_width(entry.text))):
            is_here = words.begins("asks-here", sentence)
            is_long = words.begins("asks-politely", sentence) and _LENGTH.search(sentence)
            if is_here or is_long:
                yield Finding("instruction", entry.place, sentence[:24])
                break


def left_beside(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What a cell of the form asked for was written, and what asks stands behind it still."""
    for entry in form.everything if form.is_evaluation else ():
        if not entry.place.table or entry.answer != "used":
            continue
        found = _LAST.search(squeezed(half_width(entry.text)))
        if found is None or len(found["said"].strip(_STOPS)) < _FEWEST_SIGNS:
            continue
        asks = found["bracket"] or found["sentence"]
        is_asking = words.begins("asks-beside", asks) or (
            bool(found["bracket"]) and words.begins("asks-politely", asks)
        )
        is_value = _NUMBER.search(_LENGTH.sub("", asks)) is not None
        if is_asking and not is_value and not words.begins("asks-beside", found["said"]):
            yield Finding("instruction", entry.place, asks[:24])


def awaited(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Brackets in which stands what is to be put there: 【请填写其他措施】, （待补充）.

    Where nothing stands in a cell but a bracket, it may ask in more ways: （说明是否专账核算）.
    """
    is_filled = sum(entry.answer == "used" for entry in form.everything) >= _FEWEST_USED
    for entry in form.everything if is_filled and form.is_evaluation else ():
        if entry.answer == "furniture" or _OPENING.isdisjoint(entry.text):
            continue
        whole = _WHOLE.fullmatch(squeezed(entry.text)) if entry.place.table else None
        if whole is not None and words.begins("asks-whole", whole["said"]):
            yield Finding("instruction", entry.place, whole["said"][:24])
            continue
        for found in _BRACKETED.finditer(entry.text):
            said = squeezed(found["said"])
            is_open = words.begins("awaits", said) or words.is_one("awaits-all", said)
            if is_open and not _LENGTH.search(said):
                yield Finding("awaited", entry.place, found[0], quote=found[0])
                break

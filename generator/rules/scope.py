"""What a project was to build, 主要内容包括：更换管网42.6公里: said of what was planned, whatever was built then."""

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.form_sentences import Said, said
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_LEAD_ENDS = Pattern("[。：:]")
_LONGEST_LEAD, _LONGEST_HEADING = 12, 20


def is_beyond_scope(form: PrintedForm, first: Fact, other: Fact, words: Vocabulary) -> bool:
    """Tell that more was built than the scope names; digits that changed places are told by themselves."""
    if (in_base(other) or 0) <= (in_base(first) or 0):
        return False
    known = _scope(form, words)
    return (first.place, first.start) in known and (other.place, other.start) not in known


@once_for_a_form
def _scope(form: PrintedForm, words: Vocabulary) -> frozenset[tuple[DocumentPlace, int]]:
    """Return the quantities that tell the scope of a project: behind a heading or a word for it.

    A heading on a line of its own leads the paragraph below it, and no other.
    """
    led, is_led = set[DocumentPlace](), False
    for entry in form.everything:
        text = entry.text.strip()
        if is_led:
            led.add(entry.place)
        is_led = len(text) <= _LONGEST_HEADING and words.ends("scope-lead", text)
    return frozenset(
        (one.place, fact.start)
        for one in said(form)
        for fact in one.facts
        if one.place in led or _is_led(one, fact, words)
    )


def _is_led(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell a word for the scope at the beginning of a paragraph, or of the sentence of a quantity."""
    lead = _LEAD_ENDS.split(one.text.strip(), maxsplit=1)[0]
    sentence = one.text[one.start_of(fact) : fact.start]
    begins = sentence[:_LONGEST_LEAD]
    is_run_in = len(lead) <= _LONGEST_HEADING and words.ends("scope-lead", lead)
    return (is_run_in or words.has("scope-lead", begins)) and not words.has("done-lead", sentence)

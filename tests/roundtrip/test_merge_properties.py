"""Whatever a person did to a built file: nothing of it is lost, and every difference is accounted for."""

import datetime
import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.roundtrip.differences import differences
from generator.roundtrip.edit_account import Answer, of_answer
from generator.roundtrip.merge import merge
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES, between, both
from tests.roundtrip.hand.bench import NAMED, Bench
from tests.roundtrip.hand.hands import W
from tests.roundtrip.sentences import HAND, only
from tests.roundtrip.strokes_by_hand import edited, edits
from tests.word.structure import structural_faults

DAY = datetime.date(2024, 5, 6)
FILES = ("report", "form", "bundle")


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    bench = Bench(tmp_path_factory.mktemp("properties"))
    place = tmp_path_factory.mktemp("small")
    return {
        **{name: both(bench, name) for name in FILES},
        "grown": between(place / "grown", {}, CHANGES["everything"]),
        "shrunk": between(place / "shrunk", CHANGES["everything"], {}),
    }


def texts(data: bytes) -> list[str]:
    return [passage.text for passage in WordFile(data).passages()]


def said(entries) -> Counter:
    return Counter((str(e.kind), str(e.place), e.was, e.now) for e in entries)


NAMES = st.sampled_from((*FILES, "grown", "grown", "shrunk", "shrunk"))


@settings(max_examples=15)
@given(NAMES, edits())
def test_inputs_that_stand_still_leave_the_file_and_account_for_every_difference(
    builds, name, done
):
    built = builds[name]
    theirs = edited(built.ours, done)
    outcome = merge(WordFile(theirs), built.base, built.base, DAY)
    assert texts(outcome.data) == texts(theirs)
    assert outcome.remarks == ()
    assert {entry.answer for entry in outcome.account} <= {Answer.KEPT}
    assert said(outcome.account) == said(differences(WordFile(theirs), built.base))


@settings(max_examples=15)
@given(NAMES, edits())
def test_nothing_that_a_person_typed_is_lost(builds, name, done):
    built = builds[name]
    theirs = edited(built.ours, done)
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    before, after = (Counter(only("".join(texts(d)), HAND)) for d in (theirs, outcome.data))
    assert after == before
    assert structural_faults(outcome.data) == structural_faults(theirs)


@settings(max_examples=15)
@given(NAMES, edits())
@example(name="grown", done=[("bold", 25, "丁")])  # the inputs add a paragraph beside it
@example(name="shrunk", done=[("bold", 26, "丁"), ("bold", 27, "丁")])  # one of the two goes
def test_no_word_loses_the_bold_that_a_person_gave_it(builds, name, done):
    built = builds[name]
    theirs = edited(built.ours, done)
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    was, now = bold(theirs), bold(outcome.data)
    before, after = written(built.ours), written(built.new)
    assert was - now <= before - after  # only what the inputs no longer say
    assert now - was <= after - before  # what they say anew looks like its neighbour


def bold(data: bytes) -> Counter:
    """The characters that are bold."""
    return written(data, f"{W}rPr/{W}b")


def written(data: bytes, look: str = ".") -> Counter:
    """The characters of runs, without those of figures: they may be others now."""
    runs = (run for run in WordFile(data).root().iter(f"{W}r") if run.find(look) is not None)
    said = "".join(node.text or "" for run in runs for node in run.iter(f"{W}t"))
    return Counter(re.sub(r"[\d.,]", "", said))


@settings(max_examples=15)
@given(NAMES, edits())
def test_every_difference_has_its_answer(builds, name, done):
    built = builds[name]
    theirs = edited(built.ours, done)
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    own = [*of_answer(outcome.account, Answer.KEPT, Answer.CONFLICT, Answer.NOT_CARRIED)]
    found = list(differences(WordFile(theirs), built.base))
    for entry in found:
        assert any(entry.now in e.now and entry.was in e.was for e in own), entry
    assert len(own) >= len(found)


@settings(max_examples=15)
@given(st.sampled_from(FILES), edits())
def test_what_is_old_and_stays_is_told(builds, name, done):
    built = builds[name]
    outcome = merge(WordFile(edited(built.ours, done)), built.base, built.now, DAY)
    told = "".join(
        f"{entry.was} {entry.now} {entry.reason}\n"
        for entry in of_answer(outcome.account, Answer.CONFLICT, Answer.NOT_CARRIED)
    )
    dossier = NAMED[name]
    for old, now in zip(dossier.old, dossier.new, strict=True):
        if old in "\n".join(texts(outcome.data)):
            assert old in told or now in told


@settings(max_examples=15)
@given(NAMES, edits())
def test_merging_again_changes_nothing(builds, name, done):
    built = builds[name]
    once = merge(WordFile(edited(built.ours, done)), built.base, built.now, DAY)
    twice = merge(WordFile(once.data), built.now, built.now, DAY, remarks=())
    assert texts(twice.data) == texts(once.data)
    assert not list(of_answer(twice.account, Answer.MERGED, Answer.CONFLICT))


@pytest.mark.parametrize("name", [*FILES, "grown", "shrunk"])
def test_a_file_that_nobody_touched_becomes_the_new_one(builds, name):
    built = builds[name]
    outcome = merge(WordFile(built.ours), built.base, built.now, DAY)
    assert texts(outcome.data) == texts(built.new)
    assert {entry.answer for entry in outcome.account} == {Answer.MERGED}

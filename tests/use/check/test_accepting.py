"""What is written so that acceptances hold: all that is there, once, and nothing that comes later."""

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.problem import Severity
from generator.use.check.accepting import plan_acceptances
from tests.use.check.dossiers import FILES, changed, dossier_of, problem, told

KEYS = ("", "funds.spent", "indicator", "indicator[甲].target", "indicator[甲].actual", "goal")

problems_found = st.lists(
    st.builds(
        problem,
        st.sampled_from(FILES),
        st.sampled_from(("C01", "C06", "X05", "I20")),
        st.sampled_from(KEYS),
        st.sampled_from(("一", "二")),
    ),
    max_size=10,
    unique=True,
)
acceptances = st.lists(
    st.fixed_dictionaries(
        {"in": st.sampled_from(FILES), "code": st.sampled_from(("C01", "C06", "X05"))},
        optional={"key": st.sampled_from(KEYS[1:]), "count": st.integers(1, 3)},
    ),
    max_size=5,
    unique_by=lambda one: (one["in"], one["code"], one.get("key", "")),
)


@given(problems_found, acceptances)
def test_what_is_written_accepts_all_that_is_there_and_is_written_once(problems, written):
    before = dossier_of({**one, "reason": "旧"} for one in written)
    plan = plan_acceptances(before, told(problems, before)[0], None, ())
    after = changed(before, list(plan.changes("新")))
    judged, _ = told(problems, after)
    assert {p.code for p in judged if not p.accepted} <= {"I20"}
    assert all(
        "旧" in new.accepted
        for old, new in zip(told(problems, before)[0], judged, strict=True)
        if old.accepted
    )
    again = plan_acceptances(after, judged, None, ())
    assert not list(again.changes("再"))


@given(problems_found, st.data())
def test_no_new_problem_of_an_accepted_code_is_swallowed(problems, data):
    assume(any(p.code != "I20" for p in problems))
    none = dossier_of(())
    accepted = changed(none, list(plan_acceptances(none, problems, None, ()).changes("甲")))
    assert not told(problems, accepted)[1]
    code = data.draw(st.sampled_from(sorted({p.code for p in problems} - {"I20"})))
    file, key = data.draw(st.sampled_from(FILES)), data.draw(st.sampled_from(KEYS))
    new = problem(file, code, key, "新出现的")
    at = data.draw(st.integers(0, len(problems)))
    judged, about = told([*problems[:at], new, *problems[at:]], accepted)
    assert not judged[at].accepted or [p.code for p in about] == ["I27"]
    # Only below a key that was accepted can it hide, and then a note tells of it.
    if not any(p.code == code and p.place.key and key.startswith(p.place.key) for p in problems):
        assert not judged[at].accepted


def test_what_several_commands_find_is_narrowed_down_to_its_keys():
    """Each finds another number: one number for both would leave room for something new."""
    before = dossier_of([{"code": "X05", "reason": "甲"}])
    checked = [problem("books", "X05", "indicator[甲].name")]
    linted = [problem("books", "X05", f"indicator[{c}].name") for c in "乙丙"]
    judged = [told(view, before)[0] for view in (checked, linted)]
    after = changed(before, list(plan_acceptances(before, *judged, ()).changes("")))
    written = [(one.key, one.count, one.reason) for one in after.subjects[0].entry.accept]
    assert written == [(f"indicator[{c}].name", None, "甲") for c in "甲乙丙"]


def test_of_a_dossier_that_is_half_read_no_number_is_written():
    before = dossier_of([{"in": "unit", "code": "C01", "reason": "甲"}])
    broken = problem("halls", "I10", "")._replace(severity=Severity.ERROR)
    found = [problem("books", "C01", "funds"), problem("books", "C06", "funds")]
    judged = [broken, *told(found, before)[0]]
    plan = plan_acceptances(before, judged, None, ())
    assert not plan.bounded
    assert [(one.code, one.bounds) for one in plan.new] == [("C06", {"key": "funds"})]

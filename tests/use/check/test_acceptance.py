"""What an acceptance holds for: what was there when it was written, and nothing that came since."""

import tomllib
from pathlib import Path

import pytest

from tests.use.check.dossiers import dossier_of, problem, told

CASES = tomllib.loads(Path(__file__).with_name("acceptances.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_an_acceptance_holds_for_what_was_there(case):
    problems = [problem(*one.split(" ")) for one in case["problems"]]
    judged, about = told(problems, dossier_of(case["accept"]))
    assert [p.accepted for p in judged] == case["accepted"]
    assert [p._replace(accepted="", hint="") for p in judged] == problems
    assert all(case.get("hint", "") in p.hint for p in judged if not p.accepted)
    assert len(about) == len(case["told"])
    for found, expected in zip(about, case["told"], strict=True):
        code, file, words = expected.split(" ", 2)
        assert (found.code, found.place.file) == (code, f"{file}.toml")
        assert words in f"{found.message} {found.hint}"


def test_the_hint_of_a_problem_that_is_told_again_keeps_what_to_do():
    one = problem("books", "C01", "a")._replace(hint="请填写 weight")
    other = problem("books", "C01", "b")
    judged, _ = told([one, other], dossier_of([{"code": "C01", "count": 1, "reason": "甲"}]))
    assert judged[0].hint.startswith("请填写 weight；books.toml:4:1 接受了 1 处，现有 2 处")
    assert judged[1].hint.startswith("books.toml:4:1 接受了 1 处")

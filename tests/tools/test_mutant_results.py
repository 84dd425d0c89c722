"""What a run of changes tells: noticed, noticed by no test, not decided."""

from tools.mutants.result import Result, lines_of, progress, unnoticed_in
from tools.mutants.site import Site


def test_what_is_not_decided_is_told_apart_from_what_no_test_notices():
    at = Site("a.py", 1, 0, ">", ">=")
    results = [
        Result(at, True, ("t",), False),
        Result(at._replace(line=2), False, ("t",), True),
        Result(at._replace(line=3), False, (), True),
        Result(at._replace(line=4), False, ("t", "u"), False),
    ]
    assert list(lines_of(results, 5, 1)) == [
        "改了 4 处（种子 1），测试发现 1 处。",
        "没有来得及改：1 处",
        "没有发现的阈值（走到的测试都问过）：0 处",
        "没有发现的个数（走到的测试都问过）：0 处",
        "没有发现的比较（走到的测试都问过）：2 处",
        "    a.py:2:1  > → >=",
        "    a.py:3:1  > → >=  （没有测试走到）",
        "不能断定（走到的测试没有都问到）：1 处",
        "    a.py:4:1  > → >=  比较，问过 2 个",
    ]


def test_what_a_run_has_not_noticed_can_be_tried_once_more():
    sites = [Site("a.py", line, 0, ">", ">=") for line in (1, 2, 3)]
    first = [Result(site, site.line == 1, ("t",), False) for site in sites]
    later = [Result(sites[1], True, ("u",), True), Result(sites[2], False, ("u",), True)]
    cut_short = [progress(result, 1, 3) for result in first]
    said = "\n".join([*cut_short, *(progress(result, 1, 2) for result in later)])
    assert unnoticed_in("\n".join(cut_short)) == {str(sites[1]), str(sites[2])}
    assert unnoticed_in(said) == {str(sites[2])}
    assert unnoticed_in("\n".join([said, *lines_of(later, 2, 1)])) == {str(sites[2])}

"""One slip, planted once: whoever looks at words tells it in the same words."""

import json
from pathlib import Path

RIGHT, WRONG = "资金使用效益", "资金使用效溢"
SENTENCE = f"评价发现，提高财政{WRONG}仍有空间。"


def of_slip(out):
    return [p["message"] for p in json.loads(out)["problems"] if p["code"] == "W01"]


def test_lint_check_and_audit_say_the_same(dossier, run):
    folder = dossier(change={"为全县读者购置图书。": SENTENCE})
    Path("report.txt").write_text(f"项目支出绩效自评报告\n{SENTENCE}\n", encoding="utf-8")
    (told,) = of_slip(run("lint", folder, "--format", "json")[1])
    assert WRONG in told
    assert RIGHT in told
    assert of_slip(run("check", folder, "--format", "json")[1]) == [told]
    assert of_slip(run("audit", "report.txt", "--format", "json")[1]) == [told]


def test_what_a_strict_build_reads_back_is_held_to_the_same(dossier, run):
    folder = dossier(change={"为全县读者购置图书。": SENTENCE})
    (told,) = of_slip(run("lint", folder, "--format", "json")[1])
    assert of_slip(run("build", folder, "--strict", "--format", "json")[1]) == [told]

"""Reading of files that others wrote: large ones, many, one cold and one warm.

    python benchmarks/reading.py [--rounds N] [--only NAME]

Files are made here with figures of their own; each measurement is a whole process with its peak of
memory, but for the warm audit, which is one document more in a process that has audited before.
"""

import argparse
import compileall
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx

from benchmarks.cold import SCRIPT, seconds, write_template
from generator.load.workspace_folder import find_workspace
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.library import Library

ROOT = Path(__file__).resolve().parent.parent
ROWS, TEXT, FILES = 10_000, 2_000_000, 100
_CLASSES = (
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"),
    ("产出指标", "成本指标"), ("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标"),
)  # fmt: skip
_PLACES = ("东河", "西岭", "南塘", "北坡", "中和", "上坪", "下洼", "新桥", "老集", "石门")
_WORKS = ("渠道清淤", "村道硬化", "路灯安装", "校舍维修", "水井改造", "苗木补植", "管网铺设")
_HEAD = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]


class Spent(NamedTuple):
    """What a process took."""

    seconds: float
    processor: float
    megabytes: float
    lines: int


def form(rows: int, year: int = 2023, unit: str = "某县水务局") -> bytes:
    """Write a form with a table of indicators."""
    lines = [
        ["项目名称", f"{unit}小型工程", *[""] * 6],
        ["主管部门", unit, "实施单位", unit, *[""] * 4],
        _HEAD,
    ]
    for number in range(rows):
        top, below = _CLASSES[number * len(_CLASSES) // rows]
        count = number % 37 + 3
        name = f"{_PLACES[number % 10]}{number // 10 + 1}组{_WORKS[number % 7]}"
        done = count if number % 11 else count - 1
        lines.append(
            [
                top,
                below,
                name,
                f"≥{count}处",
                f"{done}处",
                "1",
                "1",
                "" if number % 11 else "雨季停工，次年补完。",
            ]
        )
    return _word([f"项目支出绩效自评表（{year}年度）", f"填报单位：{unit}"], lines)


def text(length: int) -> str:
    """Write a long report."""
    parts = ["2023年度部门整体支出绩效自评报告", "填报单位：某县水务局"]
    titles = ("部门概况", "绩效目标完成情况", "存在的问题", "改进措施")
    size, number = 0, 0
    while size < length:
        if number % 50 == 0:
            parts.append(f"{'一二三四'[number // 50 % 4]}、{titles[number // 50 % 4]}")
        place, work = _PLACES[number % 10], _WORKS[number % 7]
        parts.append(
            f"{place}片区完成{work}{number % 90 + 10}处，投入资金{number % 300 + 12}.5万元，"
            f"占全年预算的{number % 80 + 15}.4%，较上年增加{number % 9 + 1}处，群众反映良好，"
            f"其中第{number + 1}批工程于2023年{number % 12 + 1}月验收合格，资料已归档。"
        )
        size += len(parts[-1].encode())
        number += 1
    return "\n".join(parts)


def _word(paragraphs: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a .docx by hand: the library would take minutes for so many rows."""
    shell = io.BytesIO()
    docx.Document().save(shell)
    said = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    cells = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{escape(c)}</w:t></w:r></w:p></w:tc>" for c in row)
        + "</w:tr>"
        for row in rows
    )
    grid = '<w:gridCol w:w="1000"/>' * len(rows[0])
    body = f"{said}<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"
    made = io.BytesIO()
    with zipfile.ZipFile(shell) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                head, _, tail = data.decode().partition("<w:body>")
                data = f"{head}<w:body>{body}{tail}".encode()
            new.writestr(name, data)
    return made.getvalue()


def run(folder: Path, *words: str) -> Spent:
    """Run the program once."""
    out = folder / "out.txt"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    start = time.perf_counter()
    with out.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", *words],
            stdout=file,
            stderr=file,
            cwd=folder,
            env=environment,
        )
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert os.waitstatus_to_exitcode(status) in (0, 1), out.read_text(encoding="utf-8")
    processor = usage.ru_utime + usage.ru_stime
    return Spent(seconds, processor, usage.ru_maxrss / 1024, out.read_bytes().count(b"\n"))


def in_turn(rounds: int, *tasks: Callable[[], float]) -> list[float]:
    """Return the median seconds of tasks that take turns, after one round of warming up."""
    times: list[list[float]] = [[] for _ in tasks]
    for number in range(rounds + 1):
        for own, task in zip(times, tasks, strict=True):
            taken = task()
            if number:
                own.append(taken)
    return [statistics.median(own) for own in times]


def large(folder: Path) -> None:
    """Measure the form of many rows and the long text."""
    (folder / "form.docx").write_bytes(form(ROWS))
    (folder / "text.txt").write_text(text(TEXT), encoding="utf-8")
    for name in ("form.docx", "text.txt"):
        for words in (("audit", name), ("import", name, "-o", f"new-{name}")):
            spent = run(folder, *words)
            print(
                f"{name:10} {words[0]:7} {spent.seconds:6.1f} s (processor {spent.processor:.1f} s) {spent.megabytes:5.0f} MB "
                f"{spent.lines:6} lines (goal 5 s, 300 MB; bound 12 s, 400 MB)"
            )


def single(folder: Path, rounds: int) -> None:
    """Measure one form, cold against docxtpl, and warm."""
    (folder / "one.docx").write_bytes(form(25))
    template, script = folder / "t.docx", folder / "render.py"
    write_template(template)
    script.write_text(SCRIPT, encoding="utf-8")
    render = [sys.executable, str(script), str(template), str(folder / "o.docx")]
    by_docxtpl, cold, taken_in = in_turn(
        rounds,
        lambda: seconds(render),
        lambda: run(folder, "audit", "one.docx").seconds,
        lambda: run(folder, "import", "one.docx", "-o", f"one-{time.time_ns()}").seconds,
    )
    print(f"one form   docxtpl {by_docxtpl * 1000:4.0f} ms")
    print(
        f"one form   audit   {cold * 1000:4.0f} ms, {cold / by_docxtpl:.2f} of docxtpl (goal 1.6)"
    )
    print(f"one form   import  {taken_in * 1000:4.0f} ms, {taken_in / by_docxtpl:.2f} of docxtpl")
    print(f"one form   audit, warm {warm(folder / 'one.docx', rounds * 3) * 1000:.1f} ms (goal 25)")


def warm(path: Path, rounds: int) -> float:
    """Measure the audit of a form in a process that has audited before."""
    library = Library(find_workspace(path.parent)[0])

    def task() -> float:
        start = time.perf_counter()
        Auditor(library, AuditOrder((path,))).run()
        return time.perf_counter() - start

    return in_turn(rounds, task)[0]


def many(folder: Path) -> None:
    """Measure a folder of forms, in one process and in two."""
    (folder / "many").mkdir()
    for number in range(FILES):
        (folder / f"many/表{number:03}.docx").write_bytes(form(25, unit=f"某县第{number + 1}中学"))
    for verb in ("audit", "import"):
        taken = []
        for jobs in ("1", "2"):
            target = ("-o", f"many-{jobs}") if verb == "import" else ()
            taken.append(run(folder, verb, "many", "--jobs", jobs, *target).seconds)
        print(
            f"{FILES} forms  {verb:7} {taken[0]:.1f} s, two processes {taken[1]:.1f} s "
            f"({taken[0] / taken[1]:.2f} times as fast)"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", choices=("large", "single", "many"))
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "generator", quiet=1)
    tasks = {"large": large, "single": lambda f: single(f, options.rounds), "many": many}
    for name, task in tasks.items():
        if options.only in (None, name):
            with tempfile.TemporaryDirectory() as folder:
                task(Path(folder))


if __name__ == "__main__":
    main()

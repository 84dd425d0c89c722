"""Cold `jixiao check` and `jixiao build` of one dossier against a cold docxtpl script for one document.

Both run as whole processes, alternating, after one warm-up each; the figure is the median of the
ratios of each round. Run by hand: ``python benchmarks/cold.py``; never part of the tests. Every build writes into a
folder that is not there yet; templates have been prepared by the warm-up.
"""

import argparse
import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parent.parent

# What a person would write with docxtpl: open the template, render, save. The context holds just
# what the template asks for, so that nothing but docxtpl's own work is timed.
SCRIPT = """
import sys
from docxtpl import DocxTemplate
t = DocxTemplate(sys.argv[1])
t.render({"title": "报告", "rows": [{"a": "甲", "b": "乙", "c": str(i)} for i in range(25)],
          "paragraphs": ["正文段落。" * 20] * 70})
t.save(sys.argv[2])
"""


def write_template(path: Path) -> None:
    """Write a report template: a title, seventy paragraphs, a table of twenty-five rows."""
    document = docx.Document()
    document.add_paragraph("{{ title }}")
    for text in ("{%p for p in paragraphs %}", "{{ p }}", "{%p endfor %}"):
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column, name in enumerate("abc"):
        table.cell(1, column).text = f"{{{{ row.{name} }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(path))


def seconds(command: list[str], number: int = 0) -> float:
    """Run a command (its {n} is the number of the round) and return its wall time."""
    command = [word.replace("{n}", str(number)) for word in command]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--dossier", type=Path, default=ROOT / "inputs" / "ziyang-2022")
    options = parser.parse_args()
    # Installed packages come compiled; a checkout may not, where writing caches is switched off.
    compileall.compile_dir(ROOT / "generator", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        template, script = Path(folder) / "t.docx", Path(folder) / "render.py"
        write_template(template)
        script.write_text(SCRIPT, encoding="utf-8")
        jixiao = [str(Path(sys.executable).with_name("jixiao"))]
        commands = {
            "docxtpl": [sys.executable, str(script), str(template), str(Path(folder) / "o.docx")],
            "check": [*jixiao, "check", str(options.dossier)],
            "build": [*jixiao, "build", str(options.dossier), "-o", f"{folder}/{{n}}", "--quiet"],
            "help": [*jixiao, "--help"],
            "python": [sys.executable, "-c", "pass"],
        }
        for command in commands.values():
            seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(1, options.rounds + 1):
            for name, command in commands.items():
                times[name].append(seconds(command, number))
    for name, found in times.items():
        print(f"{name:8} {statistics.median(found) * 1000:7.1f} ms")
    goals = (("check", "docxtpl", 1.2), ("build", "docxtpl", 1.5), ("help", "python", 5.0))
    for name, base, goal in goals:
        ratio = statistics.median(a / b for a, b in zip(times[name], times[base], strict=True))
        print(f"{name} / {base}: {ratio:.2f} (goal ≤ {goal})")


if __name__ == "__main__":
    main()

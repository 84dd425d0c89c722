"""Whole districts: time and peak memory of building 50, 500 and 5,000 projects, with one process and two.

python benchmarks/districts.py [--sizes 50 500 5000] [--jobs 1 2] [--layout fixed]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.district import write_district

ROOT = Path(__file__).resolve().parent.parent
# The process measures the largest of its children; it does nothing else.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measured(folder: Path, jobs: int) -> tuple[float, float]:
    """Build a district as a whole process; returns seconds and the peak of a process in MB."""
    build = [sys.executable, "-m", "generator", "build", "--quiet", "--jobs", str(jobs)]
    start = time.perf_counter()
    result = subprocess.run(
        [sys.executable, "-c", MEASURE, *build],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    code, peak = result.stdout.split()
    assert code == b"0"
    return time.perf_counter() - start, int(peak) / 1024


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", type=int, nargs="+", default=[50, 500, 5000])
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options.add_argument("--layout", choices=["fitted", "fixed"], default="fitted")
    asked = options.parse_args()
    for size in asked.sizes:
        scratch = Path(tempfile.mkdtemp())
        units = write_district(scratch, size)
        (scratch / "jixiao.toml").write_text(f'layout = "{asked.layout}"\n', encoding="utf-8")
        for jobs in asked.jobs:
            shutil.rmtree(scratch / "outputs", ignore_errors=True)
            seconds, peak = measured(scratch, jobs)
            print(
                f"{size:6} projects, {units:5} units, {jobs} process(es): {seconds:7.2f} s, "
                f"{seconds / size * 1000:6.1f} ms each, peak {peak:5.0f} MB",
                flush=True,
            )
        again, _ = measured(scratch, 1)
        print(f"       nothing changed: {again:7.2f} s", flush=True)
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()

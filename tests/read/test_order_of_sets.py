"""What is read does not hang on the order in which sets give what they hold: it differs from run to run."""

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

from generator.base.document_place import DocumentPlace
from generator.read.columns import Strip
from generator.read.evidence_contents import profile

ROOT = Path(__file__).resolve().parent.parent.parent
TIED = """
from generator.read.likeness import Likeness
print(Likeness({"绩效任务完成情况": "end", "项目绩效任务完成": "begin"}, ()).nearest("项目绩效任务完成情况"))
"""


def test_shares_of_kinds_add_up_to_the_same_in_any_order():
    shares = {"class1": 0.1, "class2": 0.7, "class": 0.2, "joined": 0.3, "text": 0.6}
    found = profile(Strip(0, 0, (), (), DocumentPlace()), None, ())._replace(shares=shares)
    assert len({found.share(*kinds) for kinds in permutations(shares)}) == 1


def test_of_words_that_are_alike_the_same_one_is_nearest_in_each_run():
    said = {
        subprocess.run(
            [sys.executable, "-c", TIED],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in range(6)
    }
    assert len(said) == 1
    assert said != {"\n"}

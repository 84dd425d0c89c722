"""A process that works for another ends when that one is gone."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

KILLED = """
import os, signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from generator.batch.worker_start import begin_worker

pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin_worker)
print(pool.submit(os.getpid).result(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="nothing is killed so on Windows")
def test_a_worker_does_not_outlive_a_main_process_that_is_killed():
    # What it prints into is open until the worker has ended, too: else this waits in vain.
    run = subprocess.run(
        [sys.executable, "-c", KILLED], stdout=subprocess.PIPE, cwd=ROOT, timeout=30, check=False
    )
    assert (run.returncode, run.stdout.strip().isdigit()) == (-9, True)

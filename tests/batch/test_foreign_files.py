"""What is looked at in several processes comes back in order, and is really done there."""

import operator
import os
import signal
from functools import partial

import pytest

from generator.base.shortage import WorkerLostError
from generator.batch.foreign_files import FEWEST, Lookers, jobs_for

MANY = [str(number) for number in range(40)]  # more than wait for their turn at once


@pytest.mark.parametrize(("jobs", "where"), [(1, "here"), (2, "there")])
def test_things_are_done_where_they_ought_to_be_and_come_in_their_order(jobs, where):
    done = []
    with Lookers("here", partial(str, "there"), jobs) as lookers:
        found = [*lookers.each(operator.add, MANY, lambda: done.append(1))]
        again = [*lookers.each(operator.add, ["a"], lambda: done.append(1))]
    assert found == [f"{where}{one}" for one in MANY]
    assert again == [f"{where}a"]
    assert len(done) == len(MANY) + 1


def test_few_files_are_looked_at_here():
    assert jobs_for(0, FEWEST - 1) == 1
    assert jobs_for(3, 2) == 2


def test_a_process_that_the_system_ended_is_told_for_what_it_is():
    with Lookers(0, os.getpid, 2) as lookers, pytest.raises(WorkerLostError):
        list(lookers.each(os.kill, [signal.SIGTERM] * 3, lambda: None))

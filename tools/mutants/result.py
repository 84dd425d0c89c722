"""What is known of a change when its tests have answered, and how that is told."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tools.mutants.site import COMPARISON, COUNT, THRESHOLD, Site

_TOLD = re.compile(
    r"(?:    |\[[0-9/]+\] (?P<is_noticed>发现)?(?:没有发现)?  )(?P<site>\S+  \S+ → \S+)"
)


class Result(NamedTuple):
    """What the tests say of a change, those that were asked first and those asked later."""

    site: Site
    is_noticed: bool
    tests: tuple[str, ...]  # that have answered
    is_all: bool  # that come by its lines

    @property
    def is_open(self) -> bool:
        """Tell whether a test that was not asked might have noticed it."""
        return not self.is_noticed and not self.is_all


def progress(result: Result, number: int, total: int) -> str:
    """Say of one change whether it was noticed."""
    return f"[{number}/{total}] {'发现' if result.is_noticed else '没有发现'}  {result.site}"


def unnoticed_in(text: str) -> frozenset[str]:
    """Return the changes that a run has listed and not noticed later; it may have been cut short."""
    told = [match for line in text.splitlines() if (match := _TOLD.match(line))]
    noticed = {match["site"] for match in told if match["is_noticed"]}
    return frozenset(match["site"] for match in told) - noticed


def lines_of(results: Iterable[Result], sample: int, seed: int) -> Iterator[str]:
    """Say how many were noticed, and list the others: those that no test notices, and the open ones."""
    known = sorted(results)
    missed = [result for result in known if not result.is_noticed]
    is_open = [result for result in missed if result.is_open]
    yield f"改了 {len(known)} 处（种子 {seed}），测试发现 {len(known) - len(missed)} 处。"
    if len(known) < sample:
        yield f"没有来得及改：{sample - len(known)} 处"
    for kind in (THRESHOLD, COUNT, COMPARISON):
        own = [r for r in missed if r.site.kind == kind and not r.is_open]
        yield f"没有发现的{kind}（走到的测试都问过）：{len(own)} 处"
        yield from (f"    {r.site}{'' if r.tests else '  （没有测试走到）'}" for r in own)
    yield f"不能断定（走到的测试没有都问到）：{len(is_open)} 处"
    yield from (f"    {r.site}  {r.site.kind}，问过 {len(r.tests)} 个" for r in is_open)

"""The tests that a change is held against: first those of its room, then all that come by its lines."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.near import Near
from tools.mutants.reach import Line, Name, Reach
from tools.mutants.seen import SeenTests, watch_tests
from tools.mutants.site import Site

_MOST_FILES = 40  # of tests, at first: those that are farther take longer than a change may
_NEAREST = 3  # files, where there was no time to watch which of them come by
_MOST_TESTS = 400  # at first


class Chosen(NamedTuple):
    """A change, what holds its constant, and the tests that it is held against."""

    site: Site
    bindings: list[Name]
    tests: list[str]
    is_all: bool  # that come by its lines, with those that were asked before


class Choice:
    """What is known of a tree and its tests; the more of them are watched, the more of it."""

    def __init__(self, root: Path, trees: Sequence[Path]) -> None:
        """Watch nothing yet."""
        self._near, self._reach, self._trees = Near(root), Reach(root), trees
        self._seen = SeenTests(())

    def first(self, sites: Sequence[Site], until: float) -> list[Chosen]:
        """Watch the tests of the rooms, and choose what each change is asked first."""
        rooms = self._near.tests_of_rooms(dict.fromkeys(site.file for site in sites))
        lines = self._watch(sites, rooms, until)
        chosen = []
        for site in sites:
            near, seen = self._near.tests_of(site.file), self._seen.of(site.file, lines[site])
            is_watched = not lines[site] or self._seen.files.issuperset(near)
            tests = seen[:_MOST_TESTS] or near[: _MOST_FILES if is_watched else _NEAREST]
            is_whole = tests == near or (tests == seen and bool(seen) and is_watched)
            chosen.append(Chosen(site, self._reach.bindings_of(site), tests, is_whole))
        return chosen

    def rest(self, asked: Mapping[Site, Sequence[str]], until: float) -> list[Chosen]:
        """Watch what is left, and choose for each change all the tests that it was not asked yet."""
        near = {site: self._near.tests_of(site.file) for site in asked}
        ranks = sorted({(n, file) for files in near.values() for n, file in enumerate(files)})
        files = dict.fromkeys(file for _, file in ranks)
        lines = self._watch([s for s in asked if s.file.endswith(".py")], files, until)
        chosen = []
        for site, before in asked.items():
            is_all = not lines.get(site) or self._seen.files.issuperset(near[site])
            seen = self._seen.of(site.file, lines.get(site, frozenset()))
            every = seen or (near[site] if is_all else [])
            left = [t for t in every if not {t, t.partition("::")[0]} & set(before)]
            chosen.append(Chosen(site, self._reach.bindings_of(site), left, is_all))
        return chosen

    def _watch(
        self, sites: Sequence[Site], files: Iterable[str], until: float
    ) -> dict[Site, frozenset[Line]]:
        lines = {site: self._reach.lines_of(site) for site in sites}
        left = [file for file in files if file not in self._seen.files]
        every = frozenset[Line]().union(*lines.values())
        if every and left:
            self._seen += watch_tests(self._trees, left, every, until)
            # What was cut short says little: a change may be noticed by a test that nobody watched.
            watched = len(self._seen.files.intersection(left))
            print(f"看了 {watched} 个测试文件，共 {len(left)} 个。", flush=True)
        return lines

"""What packs say, kept from one run to the next: as long as no file changes none is parsed again.

A name in the cache stands for every byte of a user's own files, for the state of those that came
with the program, and for the paths by which problems in them are shown, so that a value of another
state, or seen from another folder, is never taken up. What names no place is taken up anywhere.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from generator.base import cache
from generator.base.mapped import Buffer
from generator.base.regular_file import read_regular
from generator.base.strange_text import LARGEST_TEXT, shown_path
from generator.load.packaged import packaged_stamp, packaged_templates

if TYPE_CHECKING:
    from generator.load.packs import Packs

_LIBRARIES = ("tomli",)
ReadT = TypeVar("ReadT")
WhichP = ParamSpec("WhichP")
Read = Callable[Concatenate["Packs", WhichP], ReadT]


class Large(NamedTuple):
    """How a value of megabytes is taken apart, so that it need not be read whole, and put together."""

    apart: Callable[[Any], Iterable[Buffer]]
    together: Callable[[Sequence[Buffer]], Any]


def kept(
    *patterns: str,
    libraries: tuple[str, ...] = (),
    placed: bool = True,
    large: Large | None = None,
) -> Callable[[Read[WhichP, ReadT]], Read[WhichP, ReadT]]:
    """Keep what a function reads from the files of packs that match some patterns.

    What else it is given says which of them, and each has its own name.
    ``libraries`` are those whose data goes into it as well: another version, another name.
    What names no place (``placed`` is false) is the same wherever the files lie.
    What is ``large`` lies there in parts, of which only what is asked for is read.
    """

    def keeping(read: Read[WhichP, ReadT]) -> Read[WhichP, ReadT]:
        @wraps(read)
        def taken_up(packs: "Packs", /, *which: WhichP.args, **more: WhichP.kwargs) -> ReadT:
            try:
                said = f"{which} {more}" if which or more else ""
                name = f"{read.__module__}.{read.__qualname__}{said}".encode()
                state = (*state_of(packs, patterns, placed=placed),)
                key = cache.cache_key((*_LIBRARIES, *libraries), name, *state)
            except OSError:  # reading says what is wrong
                return read(packs, *which, **more)
            known: ReadT | None = cache.load_values(key) if large is None else _together(key, large)
            if known is None:
                known = read(packs, *which, **more)
                if large is None:
                    cache.keep(key, known)
                elif known is not None:
                    cache.keep_parts(key, large.apart(known))
            return known

        return taken_up

    return keeping


def _together(key: str, large: Large) -> Any:
    parts = cache.load_parts(key)
    return None if parts is None else large.together(parts)


def state_of(packs: "Packs", patterns: tuple[str, ...], *, placed: bool = True) -> Iterator[bytes]:
    """Give bytes that stand for the files of packs that match some patterns, and for where they lie."""
    for root in packs.roots:
        yield from _place(root) if placed else (b"",)
        if root == packaged_templates():  # nobody changes these but with the program
            yield packaged_stamp().encode()
            continue
        for pattern in patterns:
            for path in sorted(root.glob(pattern)):
                yield path.relative_to(root).as_posix().encode()
                yield read_regular(path, LARGEST_TEXT)


def _place(root: Path) -> Iterator[bytes]:
    yield f"{root} {shown_path(root)}".encode()
    if root in Path.cwd().parents:  # from within it its files are shown in another way
        yield str(Path.cwd()).encode()

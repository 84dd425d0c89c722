"""How much of a document is read: of a very large one the first part, and that is said."""

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.model.foreign_document import ReadBlock, ReadDocument, ReadTable

MOST_CELLS = 200_000
SECONDS_CEILING = 20.0
_HINT = "请把文件拆成几份，再一起给"


def out_of_time(shown: str, stopped_at: DocumentPlace | None) -> tuple[Problem, ...]:
    """Say from where on there was no time to read."""
    if stopped_at is None:
        return ()
    message = f"读了 {SECONDS_CEILING:g} 秒还没有读完，从{stopped_at}起没有读"
    return (Problem("D21", Severity.WARNING, message, Place(shown), _HINT),)


def within_bounds(
    document: ReadDocument, most: int = MOST_CELLS
) -> tuple[ReadDocument, tuple[Problem, ...]]:
    """Cut a document behind so many cells and paragraphs; one problem says what was not read."""
    kept: list[ReadBlock] = []
    room, left, last = most, 0, ""
    for block in document.blocks:
        if not isinstance(block, ReadTable):
            room, left = (room - 1, left) if room > 0 else (room, left + 1)
            kept += [block] if left == 0 else []
            continue
        rows = 0
        for row in block.grid:
            if len(row) > room or left:
                break
            room, rows = room - len(row), rows + 1
        if rows < len(block.grid):
            left += sum(map(len, block.grid[rows:]))
            last = last or f"，读到{block.place}第 {rows} 行"
            room = 0
        if rows:
            kept.append(block._replace(grid=block.grid[:rows]))
    if not left:
        return document, ()
    message = f"文件太大：只读了前 {most:,} 格（段）{last}，还有 {left:,} 格（段）没有读"
    problem = Problem("D21", Severity.WARNING, message, Place(document.shown), _HINT)
    return document._replace(blocks=tuple(kept)), (problem,)

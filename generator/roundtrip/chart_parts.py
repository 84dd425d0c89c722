"""Charts and their figures, which are parts of a file on their own."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.roundtrip.account import Answer, Entry, Kind
from generator.roundtrip.version import Version
from generator.word.edited.file import WordFile


def bring_charts(found: WordFile, base: Version, new: Version) -> Iterator[Entry]:
    """Bring those that the person left as they were; tells the others."""
    brought = {}
    for name, data in new.file.parts.items():
        if not name.startswith(("word/charts/", "word/embeddings/")):
            continue
        before = base.file.parts.get(name)
        if before == data:
            continue
        if before is not None and found.parts.get(name) == before:
            brought[name] = data
        elif name.endswith(".xml"):
            place = DocumentPlace(part="图表")
            yield Entry(
                Answer.NOT_CARRIED,
                Kind.THING,
                place,
                "",
                "",
                "图表里的数在您的文件里没有更新，见新版",
            )
    found.replace(brought)

"""A manifest lies where anybody can write: whatever stands in it, it is read as values or not at all."""

import copy
import json

import pytest

from generator.figures.figure_book import FigureBook
from generator.roundtrip.anchor_book import anchor_book, shown_figures
from generator.roundtrip.change_finder import find_changes
from generator.roundtrip.change_log import last_changes
from generator.roundtrip.files_record import MANIFEST_FILE, PENDING_FILE, Record, read_record
from generator.roundtrip.journal import Journal
from generator.roundtrip.manifest import manifest_bytes
from generator.roundtrip.number_origins import anchored_figures, figure_lines, printed_figures
from generator.roundtrip.record_tables import LaterTable
from generator.roundtrip.recorded import FiguresRead, RecordedFigure, shown_of
from generator.roundtrip.state_folder import StateFolder

FIGURE = {
    "shown": "95万元",
    "label": "全年执行数",
    "sources": [{"file": "books.toml", "line": 9, "key": "funds.spent"}],
    "formula": "95",
    "rule": "规则",
    "basis": "财预〔2020〕10号",
    "inputs": ["books/funds.budget"],
}
DOCUMENT = {
    "id": "library/books/report",
    "title": "报告",
    "blocks": [{"key": "p1", "kind": "paragraph", "spans": ["支出", ["95万元", "books/spent"]]}],
    "anchors": [["a1", "p1", "", True], ["a2", "p1", "books/spent", False]],
}
CHANGE = {
    "figure": "books/spent",
    "label": "全年执行数",
    "subject": "图书购置",
    "old": "94万元",
    "new": "95万元",
    "causes": [{"text": "94 → 95", "file": "./books.toml", "line": 9, "key": "funds.spent"}],
    "follows": ["books/rate"],
    "places": [{"document": "报告", "key": "p1", "place": "第一段"}],
}
OLD_MANIFEST = {
    "format": 6,
    "program": "0.1.0",
    "states": {"evaluation": "00"},
    "inputs": {"books.toml": "00"},
    "told": {
        "evaluation": [["C01", "error", "缺", "补", "", "", "", "./books.toml", 1, 1, "project"]]
    },
    "former": {"books/spent": ["94万元"]},
    "pdfs": {"报告.pdf": ["00", "01"]},
    "files": [
        {
            "file": "报告.docx",
            "mode": "evaluation",
            "sha256": "00",
            "stamp": "s",
            "remarks": ["看"],
            "earlier": [["01", "t", "02"]],
            "carried": {"另.docx": "03"},
            "documents": [DOCUMENT],
        }
    ],
    "figures": {"books/spent": FIGURE},
    "changes": {"figures": [CHANGE], "texts": []},
}
OLD_FILE = OLD_MANIFEST["files"][0]
MANIFEST = {
    **OLD_MANIFEST,
    "format": 7,
    "files": [{name: value for name, value in OLD_FILE.items() if name != "documents"}],
    "documents": {"报告.docx": [DOCUMENT]},
    "shown": {"books/spent": "95万元"},
    "figures": {"books/spent": {name: value for name, value in FIGURE.items() if name != "shown"}},
}
EITHER = {"now": MANIFEST, "until-6": OLD_MANIFEST}
JOURNAL = {
    "format": 1,
    "commands": [
        {
            "number": 1,
            "name": "build",
            "files": [
                {
                    "path": "报告.docx",
                    "before": "00",
                    "after": "01",
                    "record": OLD_FILE,
                }
            ],
        }
    ],
}
WRONG = (None, 5, -1.5, float("inf"), True, "字", "..", [], ["字"], [[]], {}, {"字": "字"})


def paths(data, at=()):
    """Go through all places of JSON data."""
    yield at
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from paths(value, (*at, key))


def with_value(data, path, value):
    if not path:
        return value
    data = copy.deepcopy(data)
    at = data
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return data


def use(record: Record) -> None:
    """Ask everything of a record that anything asks."""
    for file in record.files.values():
        assert all(isinstance(own.key, str) for own in anchor_book(file).values())
        assert all(all(shown) for shown in shown_figures(file).values())
        assert all(figure for _, _, figure, _ in anchored_figures(file))
        assert file.ids == tuple(document.id for document in file.documents)
        for document in file.documents:
            assert all(figure for figure, _, _ in printed_figures(document))
        assert file.documents == (*file.documents,)
    for id in record.figures:
        assert figure_lines(record, id)
    assert all(one.problem("inputs/library").message for own in record.told.values() for one in own)
    last_changes(record.changes, "inputs/library")
    find_changes(record, FigureBook(()), (), scheme_changed=False)
    json.loads(manifest_bytes(record))


def put(folder, data, name=MANIFEST_FILE):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(data), encoding="utf-8")


def put_by_lines(folder, tables, broken=""):
    texts = {name: json.dumps(table) for name, table in tables.items()}
    lines = [f'"{name}":{text[:20] if name == broken else text}' for name, text in texts.items()]
    (folder / MANIFEST_FILE).write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


@pytest.mark.parametrize("write", [put, put_by_lines])
@pytest.mark.parametrize("manifest", EITHER.values(), ids=EITHER)
def test_what_we_wrote_is_read_back_as_it_was(manifest, write, tmp_path):
    write(tmp_path, manifest)
    record = read_record(tmp_path)
    use(record)
    again = json.loads(manifest_bytes(record))
    assert {**again, "program": "0.1.0"} == MANIFEST
    assert record.figures["books/spent"].sources[0].line == 9
    (file,) = record.files.values()
    assert anchor_book(file)["a2"].figure == "books/spent"


@pytest.mark.parametrize(
    ("kind", "path"),
    [(kind, path) for kind, manifest in EITHER.items() for path in paths(manifest)],
    ids=lambda own: own if isinstance(own, str) else ".".join(map(str, own)) or "-",
)
def test_a_value_of_another_kind_breaks_nothing(kind, path, tmp_path):
    for value in WRONG:
        damaged = with_value(EITHER[kind], path, value)
        (put_by_lines if kind == "now" and path else put)(tmp_path, damaged)
        record = read_record(tmp_path)
        use(record)
        assert isinstance(json.loads(manifest_bytes(record))["files"], list)


def test_a_damaged_file_leaves_the_others_and_their_fingerprints(tmp_path):
    other = {**OLD_FILE, "file": "另.docx", "documents": [{"id": 5}]}
    put(tmp_path, {**MANIFEST, "files": [*MANIFEST["files"], other]})
    record = read_record(tmp_path)
    assert record.files["另.docx"].sha256 == "00"
    assert not record.files["另.docx"].documents
    assert record.files["报告.docx"].documents


def test_a_damaged_figure_is_not_there_and_the_others_are(tmp_path):
    put(tmp_path, {**OLD_MANIFEST, "figures": {"a": FIGURE, "b": {"shown": 5}, "c": 5}})
    assert [*read_record(tmp_path).figures] == ["a"]
    figures = {"a": MANIFEST["figures"]["books/spent"], "b": 5, "c": {}, "d": {}}
    put(tmp_path, {**MANIFEST, "figures": figures, "shown": {"a": "95万元", "b": "1", "c": 5}})
    assert [*read_record(tmp_path).figures] == ["a"]


@pytest.mark.parametrize("table", ["documents", "figures"])
def test_a_table_that_is_read_later_may_be_broken_off(table, tmp_path):
    put_by_lines(tmp_path, MANIFEST, broken=table)
    record = read_record(tmp_path)
    assert record.files["报告.docx"].sha256 == "00"
    assert bool(record.files["报告.docx"].documents) is (table != "documents")
    assert bool(record.figures) is (table != "figures")


@pytest.mark.parametrize(
    "path", [*paths(JOURNAL)], ids=lambda path: ".".join(map(str, path)) or "-"
)
def test_a_journal_of_another_kind_breaks_nothing(path, tmp_path):
    state = StateFolder(tmp_path)
    for value in WRONG:
        put(tmp_path, with_value(JOURNAL, path, value), ".jixiao/journal.json")
        for command in Journal(state).commands:
            assert command.number >= 0 or value == -1.5
            for change in command.changes:
                assert not change.path.startswith(("/", ".."))
                if change.record is not None:
                    use(Record({change.record.file: change.record}))


@pytest.mark.parametrize("says", WRONG)
def test_a_note_of_another_kind_is_not_believed(says, tmp_path):
    put(tmp_path, says, PENDING_FILE)
    assert read_record(tmp_path).pending == {"": ()}


def test_what_figures_show_is_told_without_reading_the_rest():
    said = {"a/name": {"shown": "图书购置"}, "a/broken": {"shown": 3}, "b": "no"}
    assert shown_of(FiguresRead(LaterTable(said), None)) == {"a/name": "图书购置"}
    apart = FiguresRead(LaterTable.on(b"{"), {"a/name": "图书购置", "a/broken": 3})
    assert shown_of(apart) == {"a/name": "图书购置"}
    assert shown_of({"a/name": RecordedFigure("图书购置")}) == {"a/name": "图书购置"}

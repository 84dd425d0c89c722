"""What a build would tell is known before anything is written."""

from generator.model.order import Order
from generator.use.build.build import build
from generator.use.build.prepared import foreseen
from generator.use.check.examine import examine
from generator.use.libraries import Libraries


def test_what_is_foreseen_is_what_a_build_tells(dossier):
    folder = dossier(change={'actual = "20500册"': 'actual = "20500"'})
    library, _ = Libraries().of(folder)
    told = foreseen(folder, library, examine(folder, library))
    assert not list(folder.parent.parent.rglob("*.docx"))
    assert {own.code for own in told} == {
        own.code for own in build(folder, library, Order()).problems
    }
    assert told

"""Edits of the whole file: saved by another program, renamed, repacked, with parts of others."""

from tests.roundtrip.hand.hands import Edit, replace, then, with_docx
from tests.roundtrip.hand.programs import (
    as_strict,
    as_word,
    as_wps,
    core_changed,
    custom_xml,
    docm_like,
    pasted_into_new,
    recompressed,
    renamed_marks,
    unknown_part,
    without_marks,
)

OTHER = "，惠及下游三乡农田"
WORD = replace("，惠及下游农田", OTHER)


def _only_saved(document):
    """python-docx opens and saves: the same words, another package."""


EDITS = (
    Edit("only saved by python-docx", with_docx(_only_saved), "look"),
    Edit("only saved by Word", as_word, "look"),
    Edit("only saved by WPS", as_wps, "look"),
    Edit("only saved as strict", as_strict, "look"),
    Edit("a word changed and saved as strict", then(WORD, as_strict), kept=(OTHER,)),
    Edit("the zip packed anew", recompressed, "look"),
    Edit("properties of the file changed", core_changed, "look"),
    Edit("all bookmarks gone", without_marks, "look"),
    Edit("half of the bookmarks gone or moved", renamed_marks, "look"),
    Edit("a word changed and half of the bookmarks moved", then(WORD, renamed_marks), kept=(OTHER,)),
    Edit("all pasted into a new document", pasted_into_new, "either"),
    Edit("a word changed and all pasted into a new document", then(WORD, pasted_into_new), kept=(OTHER,)),
    Edit("parts of a file with macros", docm_like, "look"),
    Edit("a part of custom XML", custom_xml, "look"),
    Edit("an unknown part", unknown_part, "look"),
    Edit("saved by Word in a bundle", as_word, "look", "bundle"),
    Edit("all bookmarks gone in a form", without_marks, "look", "form"),
    Edit("saved by WPS in a single", as_wps, "look", "singles"),
    Edit("pasted into a new document in a form", pasted_into_new, "either", "form"),
)  # fmt: skip

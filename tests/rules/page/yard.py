"""What pages are measured with in tests: the packaged standard."""

from functools import cache

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.load.packs import find_packs
from generator.load.page_standards import load_page_standard
from generator.load.workspace_folder import find_workspace
from generator.rules.audience import Audience
from generator.rules.page.page_facts import Yard
from generator.rules.page.page_rules import page_findings
from generator.use.library import Library
from generator.word.font_stock import packaged_fonts
from generator.word.reading.look.document_look import read_laid_out
from tests.conftest import ROOT

WORDS = {"营养": 2, "改善": 2, "计划": 2, "项目": 2, "绩效": 2, "自评": 2, "报告": 2}


def cut(text):
    """Cut a title into the few words that the tests know."""
    starts, at = [], 0
    while at < len(text):
        starts.append(at)
        at += WORDS.get(text[at : at + 2], 1)
    return starts


@cache
def yard(pitch=0.0):
    standard, setting = load_page_standard(find_packs(None)), type_setting()
    assert standard.problems == ()
    fonts = packaged_fonts()
    return Yard(standard.letter, standard.house, fonts, setting, Ruler(setting), cut, pitch)


def found(data, pitch=0.0):
    return [*page_findings(read_laid_out(data, "报告.docx"), yard(pitch))]


@cache
def book():
    return Library(find_workspace(ROOT)[0]).rules


def told(finding):
    return book().problem(finding, Audience(is_document=True), "报告.docx")

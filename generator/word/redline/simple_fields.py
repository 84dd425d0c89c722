"""Fields written as one element, written out as begin, question and result: only those can be tracked."""

from generator.word.redline.revisions import element
from generator.word.xml import SPACE, Element, W


def write_out_fields(root: Element) -> None:
    """Replace every ``w:fldSimple`` by runs that mean the same."""
    for simple in list(root.iter(f"{W}fldSimple")):
        if simple.getparent() is None:
            continue
        asked = element("instrText")
        asked.set(SPACE, "preserve")
        asked.text = simple.get(f"{W}instr") or ""
        shown = [c for c in simple if c.tag != f"{W}fldData"]
        for child in (_run(_mark("begin")), _run(asked), _run(_mark("separate")), *shown):
            simple.addprevious(child)
        simple.addprevious(_run(_mark("end")))
        simple.getparent().remove(simple)


def _mark(kind: str) -> Element:
    return element("fldChar", fldCharType=kind)


def _run(content: Element) -> Element:
    run = element("r")
    run.append(content)
    return run

"""The styles of the person's file; programs give styles numbers of their own."""

from generator.word.edited.file import WordFile
from generator.word.xml import Element, W

_STYLES = "word/styles.xml"


class KnownStyles:
    """Styles by their numbers and by their names."""

    def __init__(self, found: WordFile) -> None:
        root = found.root(_STYLES) if _STYLES in found.parts else None
        self._known: set[str] = set()
        self._by_name: dict[str, str] = {}
        for style in () if root is None else root.iter(f"{W}style"):
            own = style.get(f"{W}styleId") or ""
            name = style.find(f"{W}name")
            self._known.add(own)
            if name is not None:
                self._by_name[(name.get(f"{W}val") or "").casefold()] = own

    def adopt(self, twin: Element) -> None:
        """Leave out styles that the file does not have; the paragraph looks like its neighbours."""
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for use in list(twin.iter(f"{W}{kind}")):
                own = use.get(f"{W}val") or ""
                if own in self._known:
                    continue
                if own.casefold() in self._by_name:
                    use.set(f"{W}val", self._by_name[own.casefold()])
                else:
                    use.getparent().remove(use)

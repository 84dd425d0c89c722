"""What of a person's file is not in the file that came out, and is not named on the screen either."""

import re
from collections import Counter
from difflib import SequenceMatcher

from tests.roundtrip.hand.inventory import Inventory

KINDS = {
    "symbol": "符号|勾", "footnote": "脚注", "footnoteReference": "脚注", "endnote": "尾注",
    "endnoteReference": "尾注", "comment": "批注", "commentReference": "批注", "answer": "批注",
    "picture": "图", "watermark": "水印", "object": "对象", "pict": "图|框", "formula": "公式",
    "field": "域", "control": "控件", "box": "控件|勾", "link": "链接", "break": "换行|分页",
    "tab": "制表", "review": "修订", "bookmark": "书签", "text box": "文本框", "tbl": "表", "tr": "行",
    "tc": "单元格|列", "noBreakHyphen": "符号",
}  # fmt: skip
NOT = re.compile("没有|未|不能|不再|放不|无法")


def named(kind: str, words: str, output: str) -> bool:
    """Whether a line of the output says that this was not taken along."""
    for line in output.splitlines():
        if len(words) >= 4 and words[:8] in line:
            return True
        if kind in KINDS and re.search(KINDS[kind], line) and NOT.search(line) and "O" in line:
            return True
    return False


def losses(
    ours: Inventory, new: Inventory, theirs: Inventory, out: Inventory, output: str
) -> list[str]:
    """List what the person made and what came out lacks."""
    found = [
        f"{kind} {detail[:60]!r}: {theirs.things[kind, detail]} → {out.things[kind, detail]}"
        for kind, detail in _short(ours.things, new.things, theirs.things, out.things)
        if not named(kind, detail, output)
    ]
    found += [
        f"words {words!r}"
        for words in _words(ours, new, theirs, out)
        if not named("", words, output)
    ]
    found += [f"look of {words[:30]!r} {look[:60]}" for look, words in _looks(ours, theirs, out)]
    standard = re.compile(
        r"(word/(_rels/|[\w-]*(document|header|footer|footnotes|endnotes|comments\w*|styles|settings|fontTable|numbering|webSettings|stylesWithEffects|theme\d*)\d*\.xml|theme/)|\[Content|_rels/|docProps/(app|core)|docProps/thumb)"
    )
    have = set(out.parts.values())
    found += [
        f"part {name}"
        for name, digest in theirs.parts.items()
        if name not in ours.parts and not standard.match(name) and digest not in have
    ]
    return found


def _short(ours: Counter, new: Counter, theirs: Counter, out: Counter):
    """What the person added, less what the inputs dropped, must be there."""
    for key, count in theirs.items():
        if count > ours[key] and out[key] < count - max(0, ours[key] - new[key]):
            yield key


def _words(ours: Inventory, new: Inventory, theirs: Inventory, out: Inventory):
    plain = out.text.replace("\n", "")
    for words in _short(ours.paragraphs, new.paragraphs, theirs.paragraphs, out.paragraphs):
        if not words.strip():
            continue
        if ours.paragraphs[words]:
            yield words
            continue
        yield from (piece for piece in pieces(words, ours) if piece not in plain)


def pieces(words: str, ours: Inventory) -> list[str]:
    """The person's own words in a paragraph: what the likest paragraph of ours does not have."""
    best, likest = 0.0, ""
    for other in ours.paragraphs:
        if (
            other
            and (ratio := SequenceMatcher(None, other, words, autojunk=False).quick_ratio()) > best
        ):
            best, likest = ratio, other
    if best < 0.5:
        return [words]
    found = []
    for tag, _, _, begin, end in SequenceMatcher(None, likest, words, autojunk=False).get_opcodes():
        if tag in {"insert", "replace"} and words[begin:end].strip():
            found.append(words[max(0, begin - 1) : end] if end - begin < 3 else words[begin:end])
    return found


def _looks(ours: Inventory, theirs: Inventory, out: Inventory):
    usual = Counter({look: 0 for look, _ in ours.runs})
    for (look, words), count in ours.runs.items():
        usual[look] += count * len(words)
    plain = usual.most_common(1)[0][0]
    special = {words for look, words in ours.runs if look != plain and len(words) > 3}
    have: dict[str, str] = {}
    for look, words in out.runs:
        have[look] = have.get(look, "") + "\n" + words
    for (look, words), count in theirs.runs.items():
        if not words.strip() or count <= ours.runs[look, words]:
            continue
        if look == plain and not any(other in words for other in special):
            continue
        held = [piece for piece in re.split(r"[\d.%]+", words) if piece.strip()]
        if held:
            lost = any(piece not in have.get(look, "") for piece in held)
        else:  # a look of digits alone: some digits have it
            lost = not any(key == look and re.fullmatch(r"[\d.%]+", w) for key, w in out.runs)
        if lost:
            yield look, words


def disordered(theirs: Inventory, out: Inventory) -> list[str]:
    """Paragraphs that stand once in either file stand in the order in which the person left them."""
    once, again = Counter(theirs.order), Counter(out.order)
    both = {words for words in once if words.strip() and once[words] == again[words] == 1}
    before = [words for words in theirs.order if words in both]
    after = [words for words in out.order if words in both]
    return [
        f"order: {a[:20]!r} before {b[:20]!r}" for a, b in zip(before, after, strict=True) if a != b
    ][:1]


def doubled(new: Inventory, theirs: Inventory, out: Inventory) -> list[str]:
    """Paragraphs that stand there more often than in either version."""
    return [
        f"doubled {words[:30]!r}"
        for words, count in out.paragraphs.items()
        if len(words) > 8 and count > max(1, theirs.paragraphs[words], new.paragraphs[words])
    ]

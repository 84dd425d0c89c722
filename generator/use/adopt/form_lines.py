"""Lines of a form outside its tables: their values, the names and the year of a title, gaps, notes."""

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadParagraph
from generator.read.cell_kinds import looks_like_label
from generator.read.funds_parts import HEADS
from generator.read.label_book import without_number
from generator.read.own_fields import NOTE
from generator.read.printed_values import labelled_parts
from generator.read.reading_map import Use
from generator.read.specimen import Gap
from generator.tables.tag_keys import FIELDS, field_name, field_tag, written
from generator.use.adopt.caption_words import said_with_label
from generator.use.adopt.cell_parts import part_of, shown
from generator.use.adopt.form_headings import LINE, TITLE, Headings
from generator.use.adopt.official import is_official_note, is_seal
from generator.use.adopt.one_office import fixed_line
from generator.use.adopt.planned import Planned
from generator.use.adopt.value_roles import tag_of_label
from generator.word.form_tags import Edit

_OF_YEAR = "年度"
_REGION = Pattern(
    r"[一-鿿]{1,8}?(?:自治[区州县旗]|[省市县州盟旗镇乡]|区(?!域)|街道|社区)(?=[一-鿿])"
)
_LONGEST_VALUE, _LONGEST_HEADING = 40, 20
_TOTAL = "form.total"
_TOTALS = frozenset(("total", "score"))
_NUMBER = Pattern(r"[0-9]{1,3}(?:\.[0-9]{1,2})?(?=分)")
_FEWEST = 4  # characters of a name that is looked for inside a title
_YEAR, _YEAR_OF_FORM = "年", "form.year"
_YEAR_SAID = Pattern(r"\s*((?:19|20)[0-9]{2})(?:\s*年度?)?\s*")
_NAMES = ("form.unit", "form.name", "form.authority", "form.implementer")
OF_FORM = frozenset(("title", "class", "block", "class points", "name", "line"))


class LinePlanner:
    """Tags the lines of a form."""

    def __init__(self, planned: Planned, of_prose: frozenset[DocumentPlace]) -> None:
        self._planned, self._of_prose = planned, of_prose
        self._looked, self._phrases = planned.looked, planned.book.phrases
        self._headings = Headings(planned.looked, planned.edits)

    def paragraph(self, paragraph: ReadParagraph) -> None:
        """Tag a line: the values in it, the names and the year of a title, its gaps."""
        place, text = paragraph.place, paragraph.text
        is_note = any(str(u.keys[-1]).startswith(NOTE) for u in self._looked.uses.get(place, []))
        if place in self._of_prose:
            return
        if is_official_note(text, self._phrases, self._names_said, is_note=is_note):
            self._headings.region(place, text)
            return
        before = len(self._planned.edits)
        is_choice = self._planned.choices.line(place, text)
        self.gaps(place)
        self.values_in(place, text)
        if not self._planned.is_of_another:
            self.labelled(place, text, only_total=is_choice)
        self.heading(place, text)
        if len(self._planned.edits) == before and not is_choice:
            self._list_line(paragraph)

    def values_in(self, place: DocumentPlace, text: str) -> None:
        """Tag the values inside a line that its boxes do not print."""
        ticked = self._phrases.ticked(text) or ()
        for use in self._looked.uses.get(place, []):
            # An option that is ticked is printed by its box, whatever field was made of it.
            is_option = use.keys[0] == FIELDS and use.value in ("、".join(ticked), *ticked)
            is_printed = is_option or self._planned.choices.prints(use)
            old = "" if is_printed else part_of(text, use.value)
            done = sum(edit.place == place and edit.old == old for edit in self._planned.edits)
            if not old or is_seal(old, self._phrases) or done >= text.count(old) > 0:
                continue
            if tag := self._tag(use, old):
                self._planned.tag(place, tag, old)

    def labelled(self, place: DocumentPlace, text: str, *, only_total: bool = False) -> None:
        """Make fields of values that stand behind labels in a line, and that nobody read."""
        for line in text.split("\n"):
            for part in labelled_parts(line):
                pair = said_with_label(part, self._planned.book)
                if pair is None or not looks_like_label(pair[0], self._planned.book):
                    continue
                if not self._total(place, *pair) and not only_total:
                    self._labelled(place, part, *pair)

    def _total(self, place: DocumentPlace, label: str, said: str) -> bool:
        """Tag the points behind a label of the total: 自评总分：97.5分."""
        tags, number = self._planned.tags, _NUMBER.match(said)
        is_total = self._planned.book.role(label) in _TOTALS and number is not None
        if number is None or not is_total or not tags.may_print(_TOTAL, number[0]):
            return False
        if any(edit.place == place and number[0] in edit.old for edit in self._planned.edits):
            return True
        tags.use(_TOTAL, number[0])
        self._planned.edits.append(Edit(place, written(_TOTAL), number[0], label))
        return True

    def _labelled(self, place: DocumentPlace, part: str, label: str, said: str) -> None:
        book, tags = self._planned.book, self._planned.tags
        if len(said) > _LONGEST_VALUE:
            return
        own = [e for e in self._planned.edits if e.place == place]
        done = "".join(e.text + e.old for e in own)
        is_tagged = "".join(said.split()) in "".join(done.split()) or label in done
        # 部门：某某小学　　公开14表: what begins with a value that has its tag is no second one.
        is_tagged = is_tagged or any(e.old and said.startswith("".join(e.old.split())) for e in own)
        is_of_form = book.money.unit_in(part) or self._phrases.says_nothing(said)
        if is_tagged or is_of_form or is_seal(said, self._phrases) or self._phrases.is_note(part):
            return
        known = _YEAR_OF_FORM if book.role(label) == "year" else tag_of_label(label, said, book)
        year = _YEAR_SAID.fullmatch(said)
        # 填报单位：      2023年度: no name is a year, which stands behind the blank of the name.
        if year is not None and known in (_YEAR_OF_FORM, *_NAMES):
            self._planned.edits.append(Edit(place, written(_YEAR_OF_FORM), year[1], label))
            return
        if known and tags.may_print(known, said) and not book.money.is_figure(said):
            tags.use(known, said)
            self._planned.edits.append(Edit(place, written(known), said, label))
            return
        name = field_name(label)
        name = tags.numbered(name) if tags.is_used(field_tag(name)) else name
        if tag := tags.field(name, said):
            self._planned.edits.append(Edit(place, written(tag), said, label))

    def _tag(self, use: Use, old: str) -> str:
        return self._planned.tags.of_use(use, old)

    @property
    def _names_said(self) -> tuple[str, ...]:
        """Return what a note of one office would say: its name, that of its project."""
        subject = self._looked.subject
        names = (self._looked.draft.unit.get("name"), subject.name if subject else "")
        return tuple(str(name) for name in names if name and len(str(name)) >= _FEWEST)

    def aside(self, paragraph: ReadParagraph) -> None:
        """List what stands beside the text and may be of one unit or year: it is printed as it is."""
        entry = self._planned.entries.get(paragraph.place)
        if paragraph.text.strip() and (entry is None or entry.answer != "furniture"):
            why = "页眉、页脚、文本框和注照表样印，里面没有标签"
            self._planned.leave(paragraph.place, paragraph.text, why)

    def _list_line(self, paragraph: ReadParagraph) -> None:
        """List a line that says something of the unit and got no tag."""
        entry = self._planned.entries.get(paragraph.place)
        if entry is None or entry.answer == "furniture" or entry.what in OF_FORM:
            self._planned.left += fixed_line(paragraph, self._planned.book)
            return
        is_heading = without_number(paragraph.text) != paragraph.text.strip()
        if (
            is_heading
            and len(paragraph.text) < _LONGEST_HEADING
            and not any(fixed_line(paragraph, self._planned.book))
        ):
            return
        why = "叙述的文字，没有标签" if entry.answer == "used" else entry.what
        self._planned.leave(paragraph.place, paragraph.text, why)

    def heading(self, place: DocumentPlace, text: str) -> None:
        """Tag names and year in a title, the year in another line; tell a place that a title names."""
        self._headings.tag(place, text)
        if self._looked.draft.tally.uses.get(place) != TITLE:
            return
        rest = text
        for edit in self._planned.edits:
            rest = rest.replace(edit.old, " ") if edit.place == place and edit.old else rest
        region = _REGION.match("".join(rest.split()).removeprefix(_OF_YEAR))
        if region is not None and not self._phrases.is_form_number(text):
            why = f"标题里的“{region[0]}”没有标签，别的地方、单位用时请改"
            self._planned.leave(place, text, why)

    def _put_gap(self, place: DocumentPlace, gap: Gap) -> bool:
        """Make a field of a blank that only its label tells of, such as a place to sign."""
        label = gap.after.strip("：: ")
        if self._planned.book.role(label) in HEADS:
            return True  # it stands over the kinds of money
        if place.table or self._phrases.is_form_number(label):
            return self._phrases.is_form_number(label)
        tags, name = self._planned.tags, field_name(label)
        if self._planned.book.role(label) == "year":
            self._planned.edits.append(Edit(place, written(_YEAR_OF_FORM), "", gap.after))
            return True
        if not name or not looks_like_label(label, self._planned.book):
            return False
        name = tags.numbered(name) if tags.is_used(field_tag(name)) else name
        self._planned.edits.append(Edit(place, written(tags.field(name, "")), "", gap.after))
        return True

    def gaps(self, place: DocumentPlace) -> None:
        """Tag the blanks behind labels in a line."""
        uses = self._looked.gap_uses.get(place, [])
        for gap in self._looked.gaps.get(place, ()):
            use = next((u for u in uses if gap.specimen in shown(u.value)), None)
            tag = "form.year" if gap.is_year else self._tag(use, "") if use else ""
            if tag and not (gap.old or gap.after):  # a title that begins with 年度
                tally = self._looked.full.tally
                is_head = tally.uses.get(place) in (TITLE, LINE)
                if not is_head and place not in tally.furniture:
                    continue
                self._planned.edits.append(Edit(place, f"{written(tag)}{_YEAR}", _YEAR))
            elif tag and gap.is_day and gap.old and use is not None and use.keys[0] == FIELDS:
                blank = f"{{% if {tag} %}}{written(tag)}{{% else %}}{gap.old}{{% endif %}}"
                self._planned.edits.append(Edit(place, blank, gap.old, gap.after))
            elif tag:
                self._planned.edits.append(Edit(place, written(tag), gap.old, gap.after))
            elif gap.after.strip() and not self._put_gap(place, gap):
                self._planned.leave(place, gap.after, "空着的地方，不知道填什么", gap.after)

"""Kind for the numbers of documents: 财预〔2020〕10号, with these brackets, no 第, no nought before."""

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hits, Passages, hit_of

_FOUND = Pattern(
    r"(?<=[一-鿿])(?P<open>[〔\[［【（(﹝])(?P<year>(?:19|20)[0-9]{2}|(?<=[〔\[［])[1-4][0-9])(?P<close>[〕\]］】）)﹞])"
    r"(?P<rank>第?)(?P<noughts>0*)(?P<number>[1-9][0-9]{0,4})号"
)

_YEAR, _CENTURY = 4, "20"


class DocumentNumber:
    """The year and number of a document, written in another way than all offices do."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each; brackets and noughts are certain."""
        del context
        for number, passage in enumerate(passages):
            for found in _FOUND.finditer(passage.plain) if "号" in passage.plain else ():
                is_short = len(found["year"]) < _YEAR
                year = f"{_CENTURY}{found['year']}" if is_short else found["year"]
                wanted = f"〔{year}〕{found['number']}号"
                if found[0] != wanted:
                    certain = self._rule.certain and not is_short
                    yield number, hit_of(found, wanted, is_certain=certain)

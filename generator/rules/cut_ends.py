"""Last words of a text that ask for more: verbs without what they act on, words that lead on."""

from generator.base.pattern import Pattern
from generator.rules.rule_words import Vocabulary

# 80%（含）至: a range that has no other end.
_OPEN_RANGE = Pattern(
    r"[0-9](?:[%％‰分日月年时点元万号级周天岁]|亩|公里|平方米|[（(]不?含[)）])*\s*(?:至|到|—|－|~|～)$"
)
_DONE = Pattern(r"[一-鿿]{2}了$")
# 下一步将加强: a verb that means to act, and nothing to act on.
_MEANS_TO = Pattern(
    "(?:下一步|下步|今后|下年度?|明年|后续|接下来)[一-鿿]{0,6}(?:将|拟|要|应|需)(?:进一步|继续|切实)?(?P<act>[一-鿿]{0,4})$"
)
_CLAUSE = Pattern("[，,。；;：:]")
_LONGEST_CLAUSE = 20
_BUT_FOR = Pattern(r"(?:但是?|然而|不过|却)(?:由于|因为?|受|鉴于)(?!此)")
_UNDER = Pattern(r"(?:但|且|主要|仍)?受(?![益理众灾助训众赠托聘教审检表让损限阻访]|到|欢迎|好评)")
_SUFFERED = Pattern(
    "影响|限制|制约|冲击|约束|波及|所限|拖累|干扰|阻|困扰|牵制|打击|损|欢迎|好评|表彰|肯定|限$"
)
_CAUSE = Pattern("(?:但是?|然而|主要)?(?:受|因|由于|鉴于)")
_SOME = Pattern(
    "(?:部分|个别|少数|一些)[一-鿿]{2,6}(?:村组|村|乡镇|镇|设备|采购|项目|工程|农户|群众|单位|企业|地区|区域|路段|学校|标段|地块)"
)


def is_cut(text: str, id: str, words: Vocabulary) -> bool:
    """Tell a text that ends with a word of a list; 查得到 ends well, 条件得到 does not."""
    return words.ends(id, text) and not words.ends("ends-well", text)


def is_open_range(text: str) -> bool:
    """Tell “执行率95%（含）以上得满分，80%（含）至”; what is only a number with its sign is a value."""
    return _OPEN_RANGE.search(text) is not None


def wants_object(text: str, words: Vocabulary) -> bool:
    """Tell “有效改善了”: an adverb that leads a verb to what it acts on, and nothing behind."""
    found = _DONE.search(text)
    return found is not None and text[: found.start()].endswith(words.words("leads-to-object"))


def means_to_act(text: str, words: Vocabulary) -> bool:
    """Tell “……频次不足，下一步将” and “今后将加强”: what is meant to be done is not said."""
    found = _MEANS_TO.search(_CLAUSE.split(text)[-1].strip())
    return found is not None and (not found["act"] or words.is_one("begins-task", found["act"]))


def is_left_hanging(text: str) -> bool:
    """Tell “……推进，但由于部分设备采购” and “受部分高地村组”: a cause, and no word of what came of it."""
    clauses = _CLAUSE.split(text)
    last = clauses[-1].strip()
    if not last or len(last) > _LONGEST_CLAUSE:
        return False
    if _BUT_FOR.match(last) or (_UNDER.match(last) and not _SUFFERED.search(last)):
        return True
    # 受地形影响，部分高地村组: whom it hit, and not how.
    before = clauses[-2].strip() if len(clauses) > 1 else ""
    return bool(_CAUSE.match(before)) and bool(_SOME.fullmatch(last))


def lacks_object(text: str, words: Vocabulary) -> bool:
    """Tell “确保项目发挥。”: a thing that is to have an effect, and no word of which."""
    clause = _CLAUSE.split(text.rstrip("。；"))[-1]
    verb = next((word for word in words.words("lacks-object") if clause.endswith(word)), "")
    head = clause.removesuffix(verb)
    for adverb in words.words("leads-to-object"):
        head = head.removesuffix(adverb)
    is_led = any(word in head for word in words.words("means-to"))
    is_whole = len(clause) <= _LONGEST_CLAUSE and words.ends("acting-thing", head)
    return bool(verb) and is_led and is_whole

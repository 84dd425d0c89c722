"""Slips in what stands behind an equals sign of TOML: quotes, digits, units, days, marks at the end."""

from generator.base.chinese import DIGITS_ALONE, from_digits, half_width, has_chinese, to_number
from generator.base.day_slips import day_slip
from generator.base.digit_slips import MendedDigits, mend_digits
from generator.base.list_slips import mend_list
from generator.base.meant_value import Value, parses
from generator.base.pattern import Pattern
from generator.base.toml_literal import literal, quote

_QUOTES = "\"'“”„‟‘’「」『』＂＇`"
_BLANKS = " \t\u00a0\u3000\u200b\ufeff"
_END = ";；,，。、"
_CLEAN = str.maketrans({"\u3000": " ", "\u00a0": " ", "\u200b": "", "\ufeff": ""})
_PLAIN = r"[0-9]+(?:\.[0-9]+)?"  # digits, and some behind a point
_NUMBER = Pattern(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_PADDED = Pattern(rf"0{_PLAIN}")
_COUNTED = Pattern(rf"(?P<number>[-+]?{_PLAIN})(?P<gap>\s*)(?P<rest>[^0-9\s].*)")
_SUM = Pattern(r"[-+]?[0-9.]+(?:\s*[-+*/×÷]\s*[0-9.]+)+")
_NOTHING = ("-", "—", "——", "/", "\\", "无", "暂无", "没有")
_SPACED = Pattern(r"[-+]?[0-9][0-9.\s\u3000]*[0-9]")
_SEPARATED = Pattern(r"[-+]?[0-9][0-9.,，、]*[0-9]")
_AROUND = Pattern(rf"[一-鿿]{{1,2}}(?P<number>{_PLAIN})[一-鿿%]{{0,2}}")
_MONEY_SIGN = Pattern(r"[￥¥$＄]\s*(?P<number>[0-9].*)")
_COMPARED = Pattern(r"[≥≤＞＜><=＝≧≦±～~].*[0-9].*")
_COMMENT = Pattern(r"[\s\u00a0\u3000][#＃]|＃")
_TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}")
_FLAG = Pattern("true|false", 2)
_LONGEST_UNIT = 6
_YEAR = 4  # digits
_SHORTEST_REMARK = 3


def mend_value(rest: str) -> Value | None:
    """Look at all that stands behind the sign (``None``: it is broken in some other way)."""
    body = rest.strip(_BLANKS)
    if not body or body.startswith("#"):
        return Value(("等号后面没有写值",), "还不知道的，在行首加 #；文字写在引号里，数照写", "")
    if parses(f"x = {body}"):
        return Value(_invisible(rest, body), "", body)
    said, comment, slips = _split_comment(body)
    if said[0] in "=＝":
        said = said.lstrip(f"=＝{_BLANKS}")
        slips.append("等号写了两个")
    bare = said.rstrip(_END) if said[-1:] in _END else said
    mended = mend_alone(bare)
    if mended is None:
        return None
    if bare != said:
        slips.append(f"行末多了“{said[len(bare) :]}”")
    text = None if mended.text is None else f"{mended.text}{comment}"
    return Value((*slips, *mended.slips), mended.hint, text)


def cleaned(blanks: str) -> str:
    """Write blanks as plain ones, and nothing that cannot be seen."""
    return blanks.translate(_CLEAN)


def mend_alone(said: str) -> Value | None:
    """Look at a value by itself, without what stands behind it."""
    if not said:
        return None
    if parses(f"x = {said}"):
        return Value((), "", said)
    if said[0] in "[{［｛【" or (said[0] in "（(" and said[1:].lstrip()[:1] in ("{", "｛")):
        listed = mend_list(said, mend_alone)
        return listed if listed.slips else None
    if said[0] in _QUOTES or said[-1] in _QUOTES:
        return _quoted(said)
    if said in _NOTHING:
        return Value(("没有写数",), "没有的金额写 0；还不知道的，在行首加 #；是文字的加引号")
    return _day(said) or _number(said) or _numeral(said) or _words(said)


def _quoted(said: str) -> Value:
    """Quotes of another kind, one of two, or some inside."""
    first, last = said[0] in _QUOTES, said[-1] in _QUOTES and len(said) > 1
    inner = said[1 if first else 0 : len(said) - 1 if last else len(said)]
    if not last:
        return Value(("文字缺少后面的引号",), "", quote(inner))
    if not first:
        return Value(("文字缺少前面的引号",), "", quote(inner))
    if said[0] != '"' or said[-1] != '"':
        return Value((f"引号是全角的（写成了 {said[0]}{said[-1]}）",), "", quote(inner))
    if "\\" in inner and '"' not in inner:
        return Value(("文字里有反斜杠",), "", quote(inner))
    words = _TAG.sub("", inner)
    if words.count('"') % 2 or any(tag.count('"') % 2 for tag in _TAG.findall(inner)):
        return Value(("文字里有多余的引号",), "文字里的引号用中文的“”，{{ }} 里的用 ''")
    return Value(("文字里的引号是半角的",), "", quote(_with_inner_quotes(inner)))


def _with_inner_quotes(inner: str) -> str:
    """Give words Chinese quotes; what is quoted by a name in a tag stands between single ones."""
    turned: list[str] = []
    marks = 0
    at = 0
    for tag in (*_TAG.finditer(inner), None):
        for sign in inner[at : tag.start() if tag else len(inner)]:
            turned.append("“”"[marks % 2] if sign == '"' else sign)
            marks += sign == '"'
        if tag:
            turned.append(tag[0].replace('"', "'"))
            at = tag.end()
    return "".join(turned)


def _day(said: str) -> Value | None:
    found = day_slip(said)
    if found is None or _NUMBER.fullmatch(said):
        return None
    text = None if found.day is None else found.day.isoformat()
    return Value((found.message,), "" if text else "请核对这一天，写成 2023-04-27 的样子", text)


def _number(said: str) -> Value | None:
    """A number that is mistyped, one with its unit, one with a remark, a sum."""
    mended = mend_digits(said)
    if mended.slips and _NUMBER.fullmatch(mended.text):
        return _offered(mended.slips, mended.text, is_sure=mended.is_sure)
    return _no_number(said, mended) or _with_money_sign(mended) or _counted(mended)


def _no_number(said: str, mended: MendedDigits) -> Value | None:
    """Digits alone, and no number: nobody knows which."""
    plain = mended.text
    if _PADDED.fullmatch(plain):
        hint = f"数写成 {plain.lstrip('0') or '0'}；编码、号码加引号：{literal(said)}"
        return Value((*mended.slips, "数的前面多了 0"), hint)
    if _NUMBER.fullmatch(bare := f"0{plain}" if plain.startswith(".") else plain.removesuffix(".")):
        return _offered((*mended.slips, "小数点的一边没有数"), bare, is_sure=False)
    if _SPACED.fullmatch(plain) and _NUMBER.fullmatch(joined := "".join(plain.split())):
        return _offered((*mended.slips, "数里有空格"), joined, is_sure=False)
    if _SEPARATED.fullmatch(half_width(said)):
        slips = mended.slips or ("小数点不止一个",)
        return Value(slips, "请核对这个数：小数点只有一个，千位之间不加逗号")
    return Value((*mended.slips, "写成了算式"), "请写算好的数") if _SUM.fullmatch(plain) else None


def _with_money_sign(mended: MendedDigits) -> Value | None:
    found = _MONEY_SIGN.fullmatch(mended.text)
    if found is None:
        return None
    number = mend_digits(found["number"]).text
    hint = (
        f"金额只写数，单位见 [funds] 的 unit，请核对：是不是 {number}；"
        f"指标值是文字，加引号：{quote(mended.text)}"
    )
    return Value((*mended.slips, f"金额前面带着“{mended.text[0]}”"), hint)


def _counted(mended: MendedDigits) -> Value | None:
    """A number with its unit, or with a remark."""
    found = _COUNTED.fullmatch(mended.text)
    if found is None:
        return None
    number, rest = found["number"], found["rest"].strip()
    if found["gap"] and len(rest) >= _SHORTEST_REMARK:
        remark = f"{number}{found['gap']}# {rest}"
        return Value((*mended.slips, "值后面的说明前面少了 #"), "", remark)
    if len(rest) > _LONGEST_UNIT:
        return None
    text = quote(mended.text)
    hint = f"金额、分值只写数：{number}；指标值、完成值是文字，加引号：{text}"
    return Value((*mended.slips, f"数后面带着“{rest}”"), hint, text)


def _offered(slips: tuple[str, ...], number: str, *, is_sure: bool) -> Value:
    """Give the number that is meant; where another one may be, it is only named."""
    return Value(slips, "", number) if is_sure else Value(slips, f"请核对：是不是 {number}")


def _numeral(said: str) -> Value | None:
    """A number in Chinese numerals; nobody knows whether it is a word."""
    if len(said) == _YEAR and not set(said) - set(DIGITS_ALONE):
        hint = f"年度写数字：{from_digits(said)}；是文字的加引号：{quote(said)}"
        return Value(("年度写成了汉字",), hint)
    number = to_number(said)
    if number is None:
        return None
    hint = f"金额、分值写阿拉伯数字：{number}；是文字的加引号：{quote(said)}"
    return Value(("数写成了汉字",), hint)


def _words(said: str) -> Value | None:
    is_compared = _COMPARED.fullmatch(said) is not None
    if not is_compared and not any(sign.isalpha() for sign in said):
        return None
    if _FLAG.fullmatch(said):
        return Value(("true、false 用小写",), "", said.lower())
    hint = "" if is_compared or has_chinese(said) else "文字加引号；数字照写，不带单位"
    if (around := _AROUND.fullmatch(said)) is not None and not is_compared:
        hint = f"金额、分值只写数：{around['number']}；是文字的加引号：{quote(said)}"
    return Value(("文字没有加引号",), hint, quote(half_width(said) if said.isascii() else said))


def _split_comment(body: str) -> tuple[str, str, list[str]]:
    """Take the remark behind a value away; a # in plain quotes is none."""
    at = 0
    while (found := _COMMENT.search(body, at)) is not None:
        if body.count('"', 0, found.start()) % 2 == 0 or body.count('"') % 2:
            said, at = body[: found.start()].rstrip(_BLANKS), found.end()
            slips = ["注释的 # 是全角的"] if "＃" in found[0] else []
            gap = cleaned(body[len(said) : at - 1]) or "  "
            return said, f"{gap}#{body[at:]}", slips
        at = found.end()
    return body, "", []


def _invisible(rest: str, body: str) -> tuple[str, ...]:
    around = rest.replace(body, "", 1)
    found = []
    if "\u3000" in around:
        found.append("空格是全角的")
    if any(sign in around for sign in "\u00a0\u200b\ufeff"):
        found.append("夹着看不见的字符（多半是从别处粘贴来的）")
    return tuple(found)

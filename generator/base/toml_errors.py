"""What tomli says about broken TOML, in Chinese, with what to do about it."""

import re
from typing import NamedTuple

from generator.base.pattern import Pattern


class Explanation(NamedTuple):
    """What is wrong, and what to do."""

    message: str
    hint: str


# The beginning of tomli's sentence → ours.
_KNOWN: tuple[tuple[str, Explanation], ...] = (
    ("Expected '='", Explanation("键后面缺少等号", "请写成 键 = 值，等号用半角")),
    ("Expected ']]'", Explanation("表头缺少 ]]", "请写成 [[表名]]")),
    ("Expected ']'", Explanation("表头缺少 ]", "请写成 [表名]")),
    (
        "Expected newline",
        Explanation(
            "一行里写了多余的内容", '一行只写一个 键 = 值；文字里有引号的，请用 """ 括起来'
        ),
    ),
    ("Cannot declare", Explanation("同一张表写了两次", "请合并成一张；要列多项的，用 [[表名]]")),
    ("Cannot overwrite", Explanation("同一个键写了两次", "请删去其中一个")),
    ("Duplicate inline table key", Explanation("同一个键写了两次", "请删去其中一个")),
    ("Cannot mutate", Explanation("这张表已经用 { } 写完，不能再加", "请写在同一处")),
    ("Cannot redefine", Explanation("这个名称前面已经用作别的值", "请改名或合并")),
    (
        "Invalid date",
        Explanation("日期不存在或写法不对", "请写成 2023-04-27，并核对这一天是否存在"),
    ),
    (
        "Invalid value",
        Explanation("值的写法不对", "文字要加半角引号；数字不写单位；是否写 true 或 false"),
    ),
    (
        "Invalid initial character for a key",
        Explanation("键的写法不对", '键用英文小写；中文的键要加引号，如 "处置问题线索" = "313件"'),
    ),
    ("Invalid statement", Explanation("这一行不是 键 = 值，也不是 [表名]", "说明文字请以 # 开头")),
    ("Unclosed array", Explanation("列表没有写完，缺少 ]", "请补上 ]")),
    ("Unclosed inline table", Explanation("{ } 没有写完", "请补上 }")),
    (
        "Unterminated string",
        Explanation("文字缺少后面的引号", '请补上引号；跨行的文字用三个引号 """ 括起来'),
    ),
    (
        "Unescaped '\\'",
        Explanation("反斜杠不能这样写", "路径等请用单引号括起来，如 'C:\\文件'，或写两个反斜杠"),
    ),
    ("Invalid hex", Explanation("反斜杠后的编码不对", "请改用单引号括起来")),
    ("Escaped character", Explanation("反斜杠后的编码不对", "请改用单引号括起来")),
    ("Illegal character", Explanation("文字里有不能用的字符", '跨行的文字用三个引号 """ 括起来')),
    ('Expected "\'"', Explanation("文字缺少后面的引号", "请补上单引号")),
    (
        "Found invalid character '\\n'",
        Explanation("文字缺少后面的引号", "请补上引号；跨行的文字用三个引号括起来"),
    ),
    ("Found invalid character", Explanation("这里有不能用的字符", "请删去，或给文字加上引号")),
    ("Expected", Explanation("这里的写法不对", "请核对括号和引号")),
)
_FULL_WIDTH = Pattern(r"[“”‘’＝［］｛｝＂]")
_BARE_CHINESE_KEY = Pattern(r"^\s*[^\s\"'#=\[]*[一-鿿][^\"'=]*=")


def explain(said: str, line: str) -> Explanation:
    """Explain a fault, looking at the line for the slips that people make."""
    found = next((e for start, e in _KNOWN if said.startswith(start)), None)
    if found is None:
        found = Explanation(f"TOML 写法不对（{said}）", "请核对这一行")
    outside = re.sub(r"\"[^\"]*\"|'[^']*'", "", line)
    if slips := "".join(dict.fromkeys(_FULL_WIDTH.findall(outside))):
        return Explanation(found.message, f"这一行有全角符号 {slips}，请改成半角的引号、等号、括号")
    if _BARE_CHINESE_KEY.match(line):
        return Explanation(found.message, "中文的键要加半角引号")
    return found

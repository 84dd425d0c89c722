"""Turn what pydantic refuses into problems that a clerk understands, at their line."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.base.problem import Problem, Severity
from generator.base.suggestion import nearest
from generator.base.toml import KeyPath, TomlFile

EntryT = TypeVar("EntryT", bound=BaseModel)

# Words for what pydantic expects; {…} are its own context values.
_EXPECTED = {
    "string_type": "应为带引号的文字",
    "int_type": "应为整数",
    "bool_type": "应为 true 或 false（不带引号）",
    "tuple_type": "应为列表，写成 [ … ]",
    "dict_type": "应为一张表，写成 [表名] 或 {{ … }}",
    "model_type": "应为一张表，写成 [表名] 或 {{ … }}",
    "model_attributes_type": "应为一张表，写成 [表名] 或 {{ … }}",
    "string_too_long": "太长，最多 {max_length} 字",
    "string_too_short": "不能为空",
    "too_short": "至少要有 {min_length} 项",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "string_pattern_mismatch": "写法不合规定（应符合 {pattern}）",
    "date_type": "应为日期",
}


def validate(model: type[EntryT], file: TomlFile) -> tuple[EntryT | None, tuple[Problem, ...]]:
    """Build a model from a TOML file, or say everything that is wrong with the file."""
    try:
        return model.model_validate(file.data), ()
    except ValidationError as error:
        return None, tuple(
            _problem(model, file, detail) for detail in error.errors(include_url=False)
        )


def _problem(model: type[BaseModel], file: TomlFile, detail: ErrorDetails) -> Problem:
    keys: KeyPath = detail["loc"]
    kind = detail["type"]
    last = str(keys[-1]) if keys else ""
    if kind == "extra_forbidden":
        _, titles = _fields(model, keys[:-1])
        return Problem(
            "I10",
            Severity.ERROR,
            f"不认识的键“{last}”",
            file.place(keys, on="key"),
            _suggestion(last, titles),
            quote=last,
        )
    if kind == "missing":
        _, titles = _fields(model, keys[:-1])
        title = titles.get(last, "")
        return Problem(
            "I11",
            Severity.ERROR,
            f"缺少“{last}”" + (f"（{title}）" if title else ""),
            file.place(keys),
            f"请在此处写上 {last} = …",
        )
    return Problem(
        "I12",
        Severity.ERROR,
        f"“{last}”{_fault(detail)}",
        file.place(keys),
        quote=_quote(detail["input"]),
    )


def _fault(detail: ErrorDetails) -> str:
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind in ("number", "day"):
        return detail["msg"]
    if kind == "literal_error":
        expected = (
            str(context["expected"]).replace(" or ", "、").replace(", ", "、").replace("'", "")
        )
        return f"只能是其中之一：{expected}"
    if kind in _EXPECTED:
        return _EXPECTED[kind].format(**context)
    return f"写法不对（{detail['msg']}）"


def _quote(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _fields(model: type[BaseModel], keys: KeyPath) -> tuple[type[BaseModel] | None, dict[str, str]]:
    """Follow a key path through the models and list the keys that are known there, with titles."""
    current: type[BaseModel] | None = model
    for key in keys:
        if current is None:
            break
        if isinstance(key, str):
            current = _model_of(current, key)
    if current is None:
        return None, {}
    return current, {
        field.alias or name: field.title or "" for name, field in current.model_fields.items()
    }


def _model_of(owner: type[BaseModel], key: str) -> type[BaseModel] | None:
    for name, field in owner.model_fields.items():
        if (field.alias or name) == key:
            return _model_inside(field.annotation)
    return None


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_inside(inner))), None)


def _suggestion(word: str, titles: dict[str, str]) -> str:
    if near := nearest(word.replace("_", "-").lower(), titles):
        return "是不是想写：" + "、".join(
            f"{key}（{titles[key]}）" if titles[key] else key for key in near
        )
    by_title = [key for key, title in titles.items() if title and (word in title or title in word)]
    if by_title:
        return f"“{word}”请写作 {by_title[0]}"
    return "这里可以写：" + "、".join(titles) if titles else ""

"""The filter of dates: the same day, written otherwise."""

from typing import Any

from generator.base.chinese import digit_by_digit, numeral, parse_date
from generator.figures.figure import Figure
from generator.language.filter_arguments import DATE_FORM, IN_CHINESE, see_date_form
from generator.language.program_run import Run
from generator.language.quoting_fault import LanguageError


def dated(value: Any, arguments: list[str], _: Run) -> str:
    """Write a date in a form of years, months and days; ``汉字`` writes it out in Chinese."""
    (form,) = arguments
    text = value.shown if isinstance(value, Figure) else str(value)
    day = parse_date(text)
    if day is None:
        raise LanguageError(f"“{text[:20]}”不是日期", hint="只有日期才能这样写")
    if form == IN_CHINESE:
        return f"{digit_by_digit(day.year)}年{numeral(day.month)}月{numeral(day.day)}日"
    see_date_form(form)
    written = {
        "YYYY": f"{day.year:04}",
        "MM": f"{day.month:02}",
        "M": str(day.month),
        "DD": f"{day.day:02}",
        "D": str(day.day),
    }
    return str(DATE_FORM.sub(lambda found: written[found[0]], form))

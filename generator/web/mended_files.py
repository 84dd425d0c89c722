"""Files with all that is surely meant: what would change, and the button that writes it."""

from collections.abc import Sequence

from generator.base.html import Html, tag
from generator.roundtrip.fix import Fixed
from generator.web.told import Told


def offered(mends: Sequence[Fixed]) -> Html | None:
    """Offer what is sure to be meant, file by file, with what would change."""
    if not mends:
        return None
    files = [_changed(own, own.shown) for own in mends]
    count = sum(own.count for own in mends)
    return tag(
        "section",
        tag("h2", f"有把握可改的 {count} 处"),
        files,
        tag("button", f"改正这 {count} 处", type="button", id="mend", class_="main"),
        class_="mends",
    )


def offered_by_file(fixed: Sequence[Fixed], told: Told) -> list[Html]:
    """Offer what is sure in the wording of each file, with what would change."""
    return [
        tag(
            "section",
            _changed(own, f"“{owner.title}”有把握可改的"),
            tag(
                "button",
                f"改正这 {own.count} 处",
                type="button",
                data_reword=owner.id,
                aria_label=f"{owner.title} 改正这 {own.count} 处",
            ),
            class_="mends",
        )
        for own in fixed
        if (owner := told.owners.get(own.shown)) is not None
    ]


def _changed(own: Fixed, title: str) -> Html:
    return tag("details", tag("summary", f"{title}　{own.count} 处"), tag("pre", own.diff()))

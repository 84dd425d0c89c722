"""The place that a name begins with: 云边县 of 云边县水利局."""

from generator.base.pattern import Pattern

_SUFFIX = r"(?:自治[区州县旗]|[省市县区州盟旗镇乡]|街道|社区)"
# 城市管理局 and 社区服务中心 are of no place of that name; a county may have a single character.
_PLACES = Pattern(rf"(?:(?:[一-鿿]{{2,8}}?{_SUFFIX}|[一-鿿]县)(?=[一-鿿])){{1,4}}")


def region_of(name: str) -> str:
    """Return the places that a name begins with; nothing for a name that begins otherwise."""
    found = _PLACES.match("".join(name.split()))
    return found[0] if found else ""

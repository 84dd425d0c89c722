"""Words set as programs do that know nothing but how far letters are apart."""

from generator.layout.filled_lines import ends_of_lines


def lines_as_set(ruler, text, setting, *, is_closer):
    """Set words as a program does that knows nothing but how far its letters are apart."""
    words = ruler.measured(text)
    words = (words.closer or words) if is_closer else words
    extra = [0] * len(text)
    for one in setting.spaced:
        extra[one.start : one.end] = [one.extra] * (one.end - one.start)
    reach = [sum(extra[:at]) for at in range(len(text) + 1)]
    spaced = words._replace(
        ends=tuple(end + more for end, more in zip(words.ends, reach, strict=True)),
        reaches=tuple(far + reach[at] for far, at in zip(words.reaches, words.stops, strict=True)),
    )
    ends = ends_of_lines(spaced, setting.width)
    return [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]

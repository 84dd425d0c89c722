"""Pages are drawn one at a time, and told from each other by what is on them."""

import io
from concurrent.futures import ThreadPoolExecutor

import pypdfium2

from generator.web.pages.drawing import _joined, laid_out, picture


def pdf(*sizes: tuple[int, int]) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for size in sizes:
        document.new_page(*size)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_browser_may_ask_for_many_pages_at_once():
    data = pdf(*[(300, 400)] * 3)
    with ThreadPoolExecutor(8) as pool:
        drawn = [*pool.map(lambda n: picture(data, n % 4), range(40))]
    assert [own is None for own in drawn] == [n % 4 == 3 for n in range(40)]


def test_pages_alike_have_one_print_and_others_another():
    first, second, third = laid_out(pdf((300, 400), (300, 400), (400, 300)), lambda _: ()).sheets
    assert first == second
    assert first.print != third.print
    assert (first.ratio, third.ratio) == (400 / 300, 300 / 400)


def test_pieces_of_a_line_are_one_box_and_a_new_line_another():
    pieces = [(10, 50, 20, 60), (20, 49, 30, 61), (5, 30, 15, 40), (15, 30, 15, 40)]
    assert [*_joined(pieces)] == [(10, 49, 30, 61), (5, 30, 15, 40)]

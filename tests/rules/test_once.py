"""What is asked again and again of one form is worked out once."""

from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm


def test_of_one_form_it_is_worked_out_once_and_of_another_anew():
    asked = []

    @once_for_a_form
    def rows(form, words):
        asked.append(form)
        return len(form.rows)

    one, same, words = PrintedForm(title="甲"), PrintedForm(title="甲"), ["x"]
    assert [rows(one, words), rows(one, words)] == [0, 0]
    assert len(asked) == 1
    rows(same, words)  # it looks like the first, and is another one
    rows(same, ["x"])
    rows(one, words)
    assert len(asked) == 4

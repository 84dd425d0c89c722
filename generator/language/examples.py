"""What hints give as examples: templates and texts have other names for the same."""

from typing import Final

A_VALUE: Final = "form.spent（模板）、funds.spent（正文）"
A_TAG: Final = "{{ form.spent }}（模板）、{{ funds.spent }}（正文）"
A_LOOK_UP: Final = 'field("……")（模板）、indicator("……")（正文）'
ROWS: Final = "rows.indicators（模板）、projects.all（正文）"
A_LOOP: Final = "{% for row in rows.indicators %}（模板）、{% for item in projects.all %}（正文）"

"""A tree in which most write one thing in one way, and few otherwise."""

from tests.conftest import write_files
from tests.rules.tree.trees import project, unit

BODIES = ("东山县文化局", "西河县水务局", "南湖县教育局", "北桥县林业局", "中街县民政局")
SAID = "{{单位}}全年审核支付项目资金{n}笔，由财务室逐笔{how}，没有截留挪用"


def write_house(workspace, *odd):
    """Write five units: the odd ones word the sentence, the indicator and the money otherwise."""
    for number, body in enumerate(BODIES):
        is_odd = number in (odd or (4,))
        text = SAID.format(n=number * 7 + 1, how="复核" if is_odd else "审核")
        row = "图书购置数册|≥3册" if is_odd else "图书购置册数|≥3册"
        money = "当年财政拔款" if is_odd else "当年财政拨款"
        files = {
            "unit.toml": unit(body),
            "p.toml": project(overview=f"{text.replace('{单位}', body)}。", rows=[row])
            + f'[funds]\nsources = [{{ name = "{money}" }}]\n',
        }
        write_files(workspace / "inputs" / f"d{number}", files)
    return workspace

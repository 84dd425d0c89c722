"""``python -m tools.fuzz``: change the kept corpus at random and try it, until the time is over or Ctrl-C.

What makes the program stumble, or takes too long, is kept in tests/corpus.
"""

import argparse
import contextlib
import random
import tempfile
import time
import traceback
from pathlib import Path

from tools.fuzz.change import changed
from tools.fuzz.corpus import LARGEST, keep, kept
from tools.fuzz.target import TARGETS, Target, Try

_TURN = 20.0  # seconds for a target, then the next


def main() -> int:
    """Try all targets in turn, and say how many there were."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    names = [target.name for target in TARGETS]
    parser.add_argument("--only", choices=names, action="append", help="只试这一种，可写几次")
    parser.add_argument(
        "--seconds", type=float, default=float("inf"), help="一共多少秒；不写则到 Ctrl-C"
    )
    parser.add_argument("--seed", type=int, default=time.time_ns(), help="随机数的种子")
    parser.add_argument("--slow", type=float, default=20.0, help="一份超过多少秒算太慢")
    order = parser.parse_args()
    chosen = [target for target in TARGETS if not order.only or target.name in order.only]
    chance = random.Random(order.seed)  # noqa: S311 - chance, not secrets
    until, tried, stumbled = time.monotonic() + order.seconds, 0, 0
    with contextlib.suppress(KeyboardInterrupt), contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ways = [(t, stack.enter_context(_opened(t, place))) for t in chosen]
        while time.monotonic() < until:
            for target, way in ways:
                end = min(until, time.monotonic() + _TURN)
                while time.monotonic() < end:
                    tried += 1
                    stumbled += not attempt(target, way, chance, order.slow)
    print(f"试了 {tried} 份（种子 {order.seed}），出错 {stumbled} 份。")
    return int(bool(stumbled))


def attempt(target: Target, way: Try, chance: random.Random, slow: float) -> bool:
    """Try one file; ``False`` when the program stumbled over it, and then it is kept."""
    corpus = kept(target.name)
    data = changed(chance.choice(corpus), target.words, chance)[:LARGEST]
    start = time.monotonic()
    try:
        way(data)
    except Exception:
        why = traceback.format_exc()
    else:
        lasted = time.monotonic() - start
        if lasted < slow:
            return True
        why = f"用了 {lasted:.1f} 秒\n"
    print(f"{target.name}：{keep(target.name, data)}\n{why}", flush=True)
    return False


def _opened(target: Target, place: Path) -> contextlib.AbstractContextManager[Try]:
    folder = place / target.name
    folder.mkdir()
    return target.opened(folder)


if __name__ == "__main__":
    raise SystemExit(main())

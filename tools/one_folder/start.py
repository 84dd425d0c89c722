"""Where the one-folder program begins: the command line, or a piece of it in a process of its own."""

import multiprocessing
import sys
from itertools import dropwhile

_OF_PYTHON = ("-I", "-S")


def main() -> None:
    """Run the command line; ``-c`` is how the program starts a process of itself."""
    multiprocessing.freeze_support()
    told = [*dropwhile(_OF_PYTHON.__contains__, sys.argv[1:])]
    if told[:1] == ["-c"]:
        sys.argv = ["-c", *told[2:]]
        exec(compile(told[1], "<aside>", "exec"), {"__name__": "__main__"})  # noqa: S102 - our own code
        return
    from generator.cli import main as run  # noqa: PLC0415 - what comes before is for children alone

    run()


if __name__ == "__main__":
    main()

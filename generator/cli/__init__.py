"""Floor 10: the command line."""

import sys

from generator.base.garbage import collect_seldom, leave_to_system


def main() -> None:
    """Run the command line."""
    # Loading modules makes no garbage; looking for it there costs a tenth of a cold check.
    collect_seldom()
    leave_to_system()
    try:
        from generator.base.programs import PROGRAMS  # noqa: PLC0415 - only now
        from generator.cli.commands import run  # noqa: PLC0415 - see above

        try:
            run()
        finally:
            PROGRAMS.keep()
    except KeyboardInterrupt:  # before a command began, or when it was done
        from generator.cli.exit_code import ExitCode  # noqa: PLC0415 - see above

        sys.exit(ExitCode.INTERRUPTED)

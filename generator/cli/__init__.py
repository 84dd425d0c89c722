"""Floor 10: the command line."""

from generator.base.garbage import collect_seldom


def main() -> None:
    """Run the command line."""
    # Loading modules makes no garbage; looking for it there costs a tenth of a cold check.
    collect_seldom()
    from generator.base.programs import PROGRAMS  # noqa: PLC0415 - only now
    from generator.cli.commands import run  # noqa: PLC0415 - see above

    try:
        run()
    finally:
        PROGRAMS.keep()

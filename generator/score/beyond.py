"""Whether a result goes so far beyond its target that the scheme wants to know why."""

from fractions import Fraction

from generator.model.scheme_bounds import Threshold


def goes_beyond(reached: Fraction | None, bound: Threshold | None) -> bool:
    """Hold the part of the target that was reached against the line that the scheme draws."""
    return bound is not None and reached is not None and reached * 100 >= bound.percent

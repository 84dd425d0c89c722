"""How many processors this program may use."""

import os
import sys


def cores() -> int:
    """Count them; a container may be given fewer than the machine has."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

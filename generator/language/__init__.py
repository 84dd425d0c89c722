"""Floor 4: the one closed language in which texts and Word templates quote, choose and repeat.

A text is cut into words and tags (``cut``), tags are read (``tokens``, ``expression``) into a tree of
plain tuples (``statements``) that a cache may hold, and the tree becomes functions (``compiled``,
``paths``). There is no arithmetic, no other call, and nothing of Python to be reached. What a value
is, is said in ``values``; what may be done with one, in ``filters``.
"""

"""Notes of ours that lie where others can write: one without our seal, or changed, is not believed.

The key is the user's own and lies in the cache, not beside the note: whoever plants one has no key.
"""

import hmac
import json
from typing import Any

from generator.base.cache import user_key
from generator.base.sealed import seal

_SEAL, _SAYS = "seal", "says"


def note_text(name: str, says: Any) -> str:
    """Write a note; without a key it is written all the same, and nobody will believe it."""
    key = user_key()
    sealed = "" if key is None else seal(key, name, _bytes(says)).hex()
    return json.dumps({_SEAL: sealed, _SAYS: says}, ensure_ascii=False) + "\n"


def note_from(name: str, text: str) -> Any:
    """Return what a note of ours says; raises ``ValueError`` for any other."""
    try:
        data = json.loads(text)
        says, given = data[_SAYS], bytes.fromhex(data[_SEAL])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError from error
    key = user_key()
    if key is None or not hmac.compare_digest(given, seal(key, name, _bytes(says))):
        raise ValueError
    return says


def _bytes(says: Any) -> bytes:
    return json.dumps(says, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")

"""STUB"""
from pathlib import Path
def shown_path(path, root=None):
    try: return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError: return path.as_posix()
def read_text(path, shown, *, limit=2*1024*1024):
    return path.read_text(encoding="utf-8"), ()

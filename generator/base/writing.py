"""STUB"""
def write_atomically(path, data):
    path.parent.mkdir(parents=True, exist_ok=True); path.write_bytes(data); return None

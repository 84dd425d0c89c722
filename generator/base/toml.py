"""STUB"""
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
import tomli
from generator.base.problem import Place, Problem, Severity
KeyPath = tuple[str | int, ...]
@dataclass(frozen=True)
class TomlFile:
    path: Path
    shown: str
    text: str
    data: dict[str, Any]
    def place(self, keys, on="value"):
        return Place(self.shown, 1, 1, self.key_text(keys))
    def key_text(self, keys):
        out=""; cur=self.data
        for k in keys:
            if isinstance(k,int):
                try: cur=cur[k]
                except Exception: cur=None
                n=None
                if isinstance(cur,dict): n=cur.get("name") or cur.get("item")
                out+=f"[{n or k+1}]"
            else:
                cur=cur.get(k) if isinstance(cur,dict) else None
                out+=("." if out else "")+k
        return out
    def text_place(self, keys, line, column=1):
        return self.place(keys)
def parse_toml(text, path, shown):
    try:
        return TomlFile(path, shown, text, tomli.loads(text, parse_float=Decimal)), ()
    except tomli.TOMLDecodeError as e:
        return None, (Problem("I05", Severity.ERROR, str(e), Place(shown)),)
def read_toml(path, shown):
    return parse_toml(path.read_text(encoding="utf-8"), path, shown)

"""A clerk in a real browser: what the tests of the page do by hand."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ROOT = Path(__file__).resolve().parents[2]
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="没有 Chromium，浏览器里的测试跳过")


def is_fault(message: Any) -> bool:
    """Tell whether a browser complains; that a test cuts the line is no fault of the page."""
    return message.type == "error" and "net::ERR_FAILED" not in message.text


def start(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Start the page over the tree of a dossier; returns its process and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", str(folder.parent.parent), "--no-open"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def saved(folder: Path, words: str, name: str = "books.toml") -> bool:
    """Wait for words in the file of a project; tells whether they came."""
    until = time.monotonic() + 10
    while words not in (folder / name).read_text(encoding="utf-8"):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def put(path: Path, text: str) -> None:
    """Write a file as editors do: it is never half there."""
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def paste(page: Any, words: str) -> None:
    """Paste words where the keyboard is."""
    page.evaluate(
        """words => {
          const data = new DataTransfer();
          data.setData("text/plain", words);
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        words,
    )

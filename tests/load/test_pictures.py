"""Pictures beside the inputs: looked at before they are taken, and never outside their folder."""

import os
import struct
import zlib

import pytest

from generator.load.pictures import LARGEST, PictureFault, pictures_in, read_picture


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width=96, height=48, dpi=None, *, end=True, data=True):
    body = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    if dpi:
        body += chunk(b"pHYs", struct.pack(">IIB", round(dpi / 0.0254), round(dpi / 0.0254), 1))
    if data:
        body += chunk(b"IDAT", zlib.compress(b"\0" * 10))
    return b"\x89PNG\r\n\x1a\n" + body + (chunk(b"IEND", b"") if end else b"")


def segment(mark, data):
    return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data


def jpeg(width=96, height=48, dpi=None, *, end=b"\xff\xd9", frame=0xC0):
    head = segment(0xE0, b"JFIF\0\1\1\1" + struct.pack(">HH", dpi, dpi) + b"\0\0") if dpi else b""
    size = segment(frame, b"\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00")
    return (
        b"\xff\xd8" + head + size + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34" + end
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pictures").mkdir()
    return tmp_path


def put(folder, name, data):
    (folder / "pictures" / name).write_bytes(data)
    return read_picture(folder, f"pictures/{name}")


@pytest.mark.parametrize("name", ["a.png", "现场 1.PNG"])
def test_a_png_is_read_with_its_size(folder, name):
    found = put(folder, name, png())
    assert (found.kind, found.width, found.height) == ("png", 25.4, 12.7)


@pytest.mark.parametrize("name", ["a.jpg", "a.jpeg"])
@pytest.mark.parametrize("frame", [0xC0, 0xC2])
def test_a_jpeg_is_read_with_its_size(folder, name, frame):
    found = put(folder, name, jpeg(frame=frame))
    assert (found.kind, found.width, found.height) == ("jpeg", 25.4, 12.7)


@pytest.mark.parametrize(("made", "name"), [(png(dpi=192), "a.png"), (jpeg(dpi=192), "a.jpg")])
def test_a_picture_says_how_large_it_means_to_be(folder, made, name):
    assert put(folder, name, made).width == pytest.approx(12.7, abs=0.01)


@pytest.mark.parametrize(("made", "name"), [(png(dpi=1), "a.png"), (jpeg(dpi=9999), "a.jpg")])
def test_no_picture_means_to_be_of_a_senseless_size(folder, made, name):
    assert put(folder, name, made).width == pytest.approx(25.4, abs=0.01)


def test_what_it_is_its_contents_say(folder):
    assert put(folder, "a.png", jpeg()).kind == "jpeg"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.png", b"", "内容不是"),
        ("a.png", b"GIF89a", "内容不是"),
        ("a.png", png(end=False), "不完整"),
        ("a.png", png(data=False), "不完整"),
        ("a.png", png()[:-6], "不完整"),
        ("a.png", png(width=0), "不完整"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 64, "不完整"),
        ("a.png", png(width=60_001, height=1000), "太大"),
        ("a.jpg", jpeg(end=b""), "不完整"),
        ("a.jpg", b"\xff\xd8\xff" + b"\xff" * 1000, "不完整"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x00", "不完整"),
        ("a.bmp", b"BM", "不是 PNG、JPEG"),
        ("a", b"", "不是 PNG、JPEG"),
    ],
)
def test_what_is_no_picture_is_told(folder, name, data, words):
    found = put(folder, name, data)
    assert isinstance(found, PictureFault)
    assert words in found.message


@pytest.mark.parametrize(
    "target",
    [
        "a.png",
        "../a.png",
        "pictures/../a.png",
        "pictures/x/a.png",
        "pictures\\a.png",
        "/etc/a.png",
        "pictures/",
        "pictures/..",
        "pictures/con.png",
        "pictures/a\n.png",
    ],
)
def test_no_path_leads_elsewhere(folder, target):
    (folder / "a.png").write_bytes(png())
    assert isinstance(read_picture(folder, target), PictureFault)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_leads_nowhere_else(folder):
    (folder / "a.png").write_bytes(png())
    (folder / "pictures" / "a.png").symlink_to(folder / "a.png")
    assert "以外" in read_picture(folder, "pictures/a.png").message


def test_a_file_that_is_too_large_is_not_read(folder):
    with (folder / "pictures" / "a.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "超过 10 MB" in read_picture(folder, "pictures/a.png").message


def test_a_missing_picture_names_those_that_are_there(folder):
    put(folder, "b.png", png())
    assert "b.png" in read_picture(folder, "pictures/a.png").hint
    assert [path.name for path in pictures_in(folder)] == ["b.png"]
    assert pictures_in(folder / "pictures") == []

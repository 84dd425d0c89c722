"""A second start on a folder finds the first; what a strange file says is not believed."""

import json
import os

import pytest

from generator.web import address
from generator.web.address import Address, forget, new_key, port_before, remember, running_at


def test_what_does_not_answer_is_not_running(tmp_path):
    remember(tmp_path, Address("127.0.0.1", 9, "k"))
    assert running_at(tmp_path) is None


def test_only_the_user_can_read_where_it_is(tmp_path):
    remember(tmp_path, Address("127.0.0.1", 9, "k"))
    file = tmp_path / ".jixiao" / "serve.json"
    assert json.loads(file.read_bytes())["port"] == 9
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b'{"host": 1}', b"\xff"])
def test_a_broken_file_is_as_good_as_none(tmp_path, content):
    (tmp_path / ".jixiao").mkdir()
    (tmp_path / ".jixiao" / "serve.json").write_bytes(content)
    assert running_at(tmp_path) is None


@pytest.mark.parametrize("host", ["evil.example", "10.0.0.1", "127.0.0.1.evil.example", ""])
def test_a_mark_that_leads_to_another_machine_is_not_followed(tmp_path, monkeypatch, host):
    asked = []
    monkeypatch.setattr(address, "_answers", lambda own, _: asked.append(own) or True)
    remember(tmp_path, Address(host, 80, "k"))
    assert running_at(tmp_path) is None
    assert not asked
    remember(tmp_path, Address("127.0.0.1", 80, "k"))
    assert running_at(tmp_path) is not None


@pytest.mark.parametrize(
    ("port", "again"), [(8800, 8800), (1024, 1024), (1023, 0), (65535, 65535), (65536, 0), (-1, 0)]
)
def test_a_page_that_was_killed_comes_back_on_its_port(tmp_path, port, again):
    remember(tmp_path, Address("127.0.0.1", port, "k"))
    assert port_before(tmp_path) == again


def test_without_a_mark_any_port_will_do(tmp_path):
    assert port_before(tmp_path) == 0


def test_only_ones_own_mark_is_taken_away(tmp_path):
    remember(tmp_path, Address("127.0.0.1", 9, "theirs"))
    forget(tmp_path, Address("127.0.0.1", 9, "ours"))
    assert (tmp_path / ".jixiao" / "serve.json").exists()
    forget(tmp_path, Address("127.0.0.1", 9, "theirs"))
    assert not (tmp_path / ".jixiao" / "serve.json").exists()


def test_keys_are_long_and_never_alike():
    assert len({new_key() for _ in range(50)}) == 50
    assert len(new_key()) >= 32

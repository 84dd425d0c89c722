"""A page that was started anew has the key and the port that it had, for a day, and only for its user."""

import pytest

from generator.base import cache
from generator.web import kept_address as own
from generator.web.address import Address, new_key

KEY = new_key()


@pytest.fixture(autouse=True)
def apart(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


def test_a_page_that_is_started_anew_has_the_key_that_it_had(tmp_path):
    own.keep_address(tmp_path, Address("127.0.0.1", 8800, KEY))
    assert own.kept_address(tmp_path, "127.0.0.1") == Address("127.0.0.1", 8800, KEY)
    assert own.kept_address(tmp_path / "other", "127.0.0.1") is None


@pytest.mark.parametrize(("hours", "is_kept"), [(1, True), (23, True), (25, False), (-1, False)])
def test_a_key_holds_for_a_day(tmp_path, monkeypatch, hours, is_kept):
    now = own.time.time()
    own.keep_address(tmp_path, Address("127.0.0.1", 8800, KEY))
    monkeypatch.setattr(own.time, "time", lambda: now + hours * 3600)
    assert (own.kept_address(tmp_path, "127.0.0.1") is not None) == is_kept


@pytest.mark.parametrize("host", ["192.168.1.2", "10.0.0.1"])
def test_where_others_can_reach_it_a_page_has_a_new_key(tmp_path, host):
    own.keep_address(tmp_path, Address("127.0.0.1", 8800, KEY))
    assert own.kept_address(tmp_path, host) is None


def test_without_a_safe_place_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    own.keep_address(tmp_path, Address("127.0.0.1", 8800, KEY))
    assert own.kept_address(tmp_path, "127.0.0.1") is None


@pytest.mark.parametrize(
    "data", [[], ["short", 8800, "9e12"], [KEY, 8800, "soon"], {}, [KEY, "x", "0"]]
)
def test_what_is_no_address_is_not_taken_for_one(tmp_path, data):
    cache.keep(own._name(tmp_path), data)
    assert own.kept_address(tmp_path, "127.0.0.1") is None

"""Only our own pages, in a browser that was given the key, get an answer."""

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS, OWN, Page


def stranger(page: Page) -> TestClient:
    return TestClient(page.client.app, base_url=ADDRESS.origin)


def test_without_the_key_there_is_nothing(page):
    for path in ("/", f"/d/{page.id}/fill", f"/api/d/{page.id}/s/books", "/static/app.js"):
        assert stranger(page).get(path).status_code == 403, path


def test_the_key_opens_it_for_this_browser_alone(page):
    client = stranger(page)
    answer = client.get(f"/start/{ADDRESS.key}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("key", ["", "the-kex", "the-key2", "钥匙"])
def test_another_key_opens_nothing(page, key):
    assert stranger(page).get(f"/start/{key}").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1:9999"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_page_sends_is_refused(page, headers):
    assert page.client.get("/", headers=headers).status_code == 403
    answer = page.client.post(f"/api/d/{page.id}/build", json={}, headers={**OWN, **headers})
    assert answer.status_code == 403


def test_a_form_of_another_page_changes_nothing(page):
    assert page.client.post(f"/api/d/{page.id}/build", json={}).status_code == 403


def test_every_answer_says_what_a_browser_may_load(page):
    for path in ("/", "/nowhere", "/static/app.css"):
        headers = page.client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("length", ["9" * 5000, "-1", "1.0", "x"])
def test_a_length_that_is_none_is_refused(page, length):
    headers = {**OWN, "Content-Length": length}
    assert page.client.get("/", headers=headers).status_code == 413


def test_bodies_that_are_too_long_are_not_read(page):
    headers = {**OWN, "Content-Length": str(10**12)}
    answer = page.client.post(f"/api/d/{page.id}/build", content=b"{}", headers=headers)
    assert answer.status_code == 413
    long = b"[" * (2 * 1024 * 1024)
    answer = page.client.post(f"/api/d/{page.id}/build", content=long, headers=OWN)
    assert answer.status_code == 400


def test_a_script_that_tells_refusals_itself_gets_them_as_answers(page):
    address = f"/api/d/{page.id}/s/nobody"
    plain = page.client.get(address)
    told = page.client.get(address, headers={"X-Jixiao-Refusals": "told"})
    assert plain.status_code == 404
    assert (told.status_code, told.headers["X-Jixiao-Status"]) == (200, "404")
    assert told.json() == plain.json()
    unknown = stranger(page).get(address, headers={"X-Jixiao-Refusals": "told"})
    assert unknown.headers["X-Jixiao-Status"] == "403"
    assert (
        page.client.get("/", headers={"X-Jixiao-Refusals": "told"}).headers.get("X-Jixiao-Status")
        is None
    )

"""Real Chromium, driven by the DevTools protocol over a web socket: a page as its reader has it, with mouse and keyboard."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from websockets.sync.client import ClientConnection, connect

MISSING = "chromium is not installed (Debian: apt-get install chromium)"

_PATIENCE = 60  # seconds
_LARGEST = 64 * 1024 * 1024  # bytes of an answer: a print of a long page

# Keys by their names, with what Windows calls them, which is what the protocol wants.
_KEYS = {"Enter": 13, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39, "ArrowLeft": 37, " ": 32}


class Heard(NamedTuple):
    """Something that the page did unasked: opened a dialog, wrote an error or a warning, asked for a file."""

    what: str
    said: str


class Colours(NamedTuple):
    """What a picture is made of: how bright its commonest colour is, from 0 to 1, and how many colours it has."""

    ground: float
    number: int


class Page:
    """One tab. Whatever it does unasked is in `heard`."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._last = 0
        self._session: str | None = None
        self._script = True
        self._events: list[Mapping[str, Any]] = []
        self.heard: list[Heard] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Audits"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> Any:
        """The answer to a command; events that come before it are noted."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        self._socket.send(json.dumps(message if self._session is None else message | {"sessionId": self._session}))
        while True:
            answer = json.loads(self._socket.recv(timeout=_PATIENCE))
            if answer.get("id") == self._last:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]
            self._note(answer)

    def open(self, url: str, *, width: int = 1280, height: int = 800, dark: bool = False, script: bool = True) -> None:
        """Go to a page and wait until it stands."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.scheme(dark=dark)
        self.send("Emulation.setScriptExecutionDisabled", value=not script)
        self._script = script
        self._events.clear()
        self.send("Page.navigate", url=url)
        self._wait_for("Page.loadEventFired")

    def scheme(self, *, dark: bool = False, media: str = "") -> None:
        """What the reader's system prefers, and for which medium the page is set."""
        preferred = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[preferred])

    def eval(self, expression: str) -> Any:
        """The value of an expression of JavaScript. It is no part of the page, whose policy does not apply to it."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Click into the middle of an element, by mouse."""
        found = json.dumps(selector)
        self.eval(f"document.querySelector({found}).scrollIntoView({{block: 'center'}})")
        x, y = self.eval(
            f"(() => {{const [box] = document.querySelector({found}).getClientRects();"
            "return [box.x + box.width / 2, box.y + box.height / 2]})()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self._settle()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            typed = {"text": "\r"} if key == "Enter" else {"text": key} if key == " " else {}
            code = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": _KEYS[key]}
            self.send("Input.dispatchKeyEvent", type="keyDown" if typed else "rawKeyDown", **code, **typed)
            self.send("Input.dispatchKeyEvent", type="keyUp", **code)
        self._settle()

    def screenshot(self, *, whole: bool = False) -> bytes:
        """A PNG of what is seen, or of the whole page."""
        answer = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(answer["data"])

    def colours(self, png: bytes) -> Colours:
        """The colours of a picture. The browser itself unpacks it."""
        counted = self.eval(
            f"""(async () => {{
              const bytes = Uint8Array.from(atob("{base64.b64encode(png).decode()}"), (char) => char.charCodeAt(0));
              const picture = await createImageBitmap(new Blob([bytes]));
              const paper = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
              paper.drawImage(picture, 0, 0);
              const pixels = new Uint32Array(paper.getImageData(0, 0, picture.width, picture.height).data.buffer);
              const counts = new Map();
              for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
              const [most] = [...counts].reduce((one, two) => (one[1] > two[1] ? one : two));
              return [most & 255, (most >> 8) & 255, (most >> 16) & 255, counts.size];
            }})()"""
        )
        red, green, blue, number = counted
        return Colours((red + green + blue) / (3 * 255), number)

    def print(self) -> bytes:
        """The page as a PDF."""
        return base64.b64decode(self.send("Page.printToPDF")["data"])

    def html(self) -> str:
        """The page as it stands now."""
        text = self.eval("document.documentElement.outerHTML")
        assert isinstance(text, str)
        return f"<!DOCTYPE html>{text}"

    def _settle(self) -> None:
        """Wait until what was done is drawn; a page without script is not told of that, but of its layout."""
        drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        self.eval(drawn if self._script else "document.body.offsetHeight")

    def _wait_for(self, event: str) -> None:
        while all(each["method"] != event for each in self._events):
            self._note(json.loads(self._socket.recv(timeout=_PATIENCE)))

    def _note(self, event: Mapping[str, Any]) -> None:
        if "method" not in event:  # the answer to the dismissal of a dialog, for which nobody waits
            return
        self._events.append(event)
        told, method = event.get("params", {}), event["method"]
        if method == "Page.javascriptDialogOpening":
            self.heard.append(Heard("dialog", told["message"]))
            self._socket.send(
                json.dumps(
                    {
                        "id": 0,
                        "method": "Page.handleJavaScriptDialog",
                        "params": {"accept": False},
                        "sessionId": self._session,
                    }
                )
            )
        elif method == "Runtime.exceptionThrown":
            self.heard.append(Heard("exception", told["exceptionDetails"]["text"]))
        elif method == "Runtime.consoleAPICalled":
            self.heard.append(Heard("console", json.dumps(told["args"])))
        elif method == "Log.entryAdded":
            self.heard.append(Heard("log", told["entry"]["text"]))
        elif method == "Audits.issueAdded":
            self.heard.append(Heard("issue", told["issue"]["code"]))
        elif method == "Network.requestWillBeSent" and told.get("type") != "Document":
            self.heard.append(Heard("request", told["request"]["url"]))


@contextmanager
def chromium(profile: Path) -> Iterator[Page]:
    """A tab of a browser with a fresh profile."""
    command = [str(shutil.which("chromium")), *_options(profile), "about:blank"]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        with connect(_address(profile, started), max_size=_LARGEST, open_timeout=_PATIENCE) as socket:
            page = Page(socket)
            yield page
            page._session = None  # noqa: SLF001 - the browser itself is asked
            page.send("Browser.close")
        started.wait(_PATIENCE)
    finally:
        started.kill()
        started.wait()


def _options(profile: Path) -> Sequence[str]:
    return (
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
    )  # fmt: skip


def _address(profile: Path, started: subprocess.Popen[bytes]) -> str:
    """Where the browser listens: it writes port and path into its profile."""
    file = profile / "DevToolsActivePort"
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and started.poll() is None:
        if file.exists() and len(lines := file.read_text("utf-8").split("\n")) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.05)
    raise AssertionError(f"chromium did not start ({os.fspath(profile)})")

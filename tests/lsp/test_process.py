"""The server as a process: its streams, how it ends, and what it says where it can't start."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from office import furnish

COMMAND = [sys.executable, "-m", "factcheck", "lsp"]
INITIALIZE = {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
SHUTDOWN, EXIT = {"id": 2, "method": "shutdown"}, {"method": "exit"}


def message(**content: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def messages(stream: bytes) -> list[dict[str, Any]]:
    """What stands on the server's standard output: nothing but messages."""
    read = []
    while stream:
        head, _, rest = stream.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        assert head.startswith(b"Content-Length: ")
        read.append(json.loads(rest[:length]))
        stream = rest[length:]
    return read


def run(*sent: dict[str, Any], command: list[str] = COMMAND) -> subprocess.CompletedProcess[bytes]:
    said = b"".join(message(**each) for each in sent)
    return subprocess.run(command, input=said, capture_output=True, check=False, timeout=60)


def test_a_session_ends_with_0_and_both_streams_are_clean() -> None:
    ended = run(INITIALIZE, {"method": "initialized", "params": {}}, SHUTDOWN, EXIT)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [each["id"] for each in messages(ended.stdout)] == [1, 2]


@pytest.mark.parametrize("sent", [(INITIALIZE, EXIT), (INITIALIZE,), ()], ids=["no shutdown", "pipe closed", "nothing"])
def test_a_client_that_just_leaves_ends_it_with_1(sent: tuple[dict[str, Any], ...]) -> None:
    ended = run(*sent)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_what_is_printed_by_mistake_does_not_reach_the_client() -> None:
    stray = "import sys; sys.argv = ['factcheck', 'lsp']; import factcheck.lsp.settings as s; real = s.settings_of; "
    stray += "s.settings_of = lambda given: (print('stray'), sys.stdout.flush(), real(given))[2]; "
    stray += "from factcheck.cli import main; main()"
    ended = run(INITIALIZE, SHUTDOWN, EXIT, command=[sys.executable, "-c", stray])
    assert [each["id"] for each in messages(ended.stdout)] == [1, 2]
    assert (ended.returncode, ended.stderr) == (0, b"stray\n")


def test_an_interruption_ends_it_at_once() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(message(**INITIALIZE))
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=20) == -signal.SIGINT


def test_a_fault_in_a_check_is_told_and_the_server_goes_on(tmp_path: Path) -> None:
    furnish(tmp_path)
    fault = "import sys; sys.argv = ['factcheck', 'lsp']; import factcheck.cli.desk as d; "
    fault += "d.document_of = lambda *_: 1 / 0; from factcheck.cli import main; main()"
    text = {"uri": (tmp_path / "a.txt").as_uri(), "languageId": "plaintext", "version": 1, "text": "57家"}
    server = subprocess.Popen(
        [sys.executable, "-c", fault], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path
    )
    with server:
        assert server.stdin is not None
        assert server.stdout is not None
        for each in (INITIALIZE, {"method": "textDocument/didOpen", "params": {"textDocument": text}}):
            server.stdin.write(message(**each))
        server.stdin.flush()
        said = b""
        while b"showMessage" not in said:
            said += os.read(server.stdout.fileno(), 65536)
        assert b"can't be checked: ZeroDivisionError" in said
        server.stdin.write(message(**SHUTDOWN) + message(**EXIT))
        server.stdin.close()
        assert server.wait(timeout=20) == 0


@pytest.mark.parametrize(("name", "package"), [("lsp", "pygls"), ("lsp", "lsprotocol")])
def test_without_its_packages_it_says_what_to_install(name: str, package: str) -> None:
    hidden = f"import sys; sys.modules[{package!r}] = None; sys.argv = ['factcheck', {name!r}]; "
    hidden += "from factcheck.cli import main; main()"
    ended = run(command=[sys.executable, "-c", hidden])
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode() == (
        f"factcheck {name} needs {package}, which is not installed here: pip install 'factcheck[{name}]'\n"
    )


def test_no_other_command_loads_it() -> None:
    code = "import sys; sys.argv = ['factcheck', *sys.argv[1:]]\nfrom factcheck.cli import main\ntry: main()\n"
    code += "except SystemExit: print(*sorted(heavy & set(sys.modules)), file=sys.stderr)"
    code = f"heavy = {{'pygls', 'lsprotocol', 'asyncio', 'watchfiles'}}\n{code}"
    for arguments in (["--help"], ["lsp", "--help"], ["rules"]):
        ended = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            check=True,
            env={**os.environ, "COLUMNS": "80"},
        )
        assert ended.stderr == b"\n", arguments

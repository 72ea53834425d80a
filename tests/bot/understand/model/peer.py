"""A chat model on loopback for the tests: speaks the OpenAI and the Anthropic chat API, answers from a script.

The responses are built with the provider packages' own types, so that their shapes are the packages', not ours.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import BaseModel

Play = dict[str, Any]
"""What to play for one request: {"content": text} | {"tool": arguments} | {"status": 429} | {"hang": seconds}."""


@dataclass
class Script:
    """Plays in order; the last one is repeated. `requests` keeps what came in."""

    plays: list[Play]
    requests: list[dict[str, Any]] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def next(self, request: dict[str, Any]) -> Play:
        """The play for this request."""
        self.requests.append(request)
        return self.plays[min(len(self.requests), len(self.plays)) - 1]


def openai_body(play: Play) -> bytes:
    """A chat completion in the openai package's own type."""
    from openai.types.chat import ChatCompletion

    message: dict[str, Any] = {"role": "assistant", "content": play.get("content")}
    body: BaseModel = ChatCompletion.model_validate(
        {
            "id": "chatcmpl-test",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": "test",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
        }
    )
    return body.model_dump_json().encode()


def anthropic_body(play: Play) -> bytes:
    """A message in the anthropic package's own type; structured output comes as a tool call."""
    from anthropic.types import Message

    content: list[dict[str, Any]] = [{"type": "text", "text": play["content"]}] if play.get("content") else []
    if "tool" in play:
        content.append({"type": "tool_use", "id": "toolu_test", "name": "Reply", "input": play["tool"]})
    body: BaseModel = Message.model_validate(
        {
            "id": "msg_test",
            "type": "message",
            "role": "assistant",
            "model": "test",
            "content": content,
            "stop_reason": "end_turn",
            "usage": {"input_tokens": 100, "output_tokens": 20},
        }
    )
    return body.model_dump_json().encode()


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: Any) -> None:
            """Quiet: the script is the log."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            play = script.next(body)
            if "hang" in play:
                script.release.wait(play["hang"])
            if "status" in play:
                self._send(play["status"], b'{"error": {"message": "played fault", "type": "played"}}')
                return
            make: Callable[[Play], bytes] = anthropic_body if self.path.endswith("/messages") else openai_body
            self._send(200, play["raw"] if "raw" in play else make(play))

        def _send(self, status: int, data: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler


@contextmanager
def playing(plays: list[Play]) -> Iterator[tuple[str, Script]]:
    """A server on loopback that plays the script: (base URL, script)."""
    script = Script(plays)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", script
    finally:
        script.release.set()
        server.shutdown()
        server.server_close()
        thread.join()

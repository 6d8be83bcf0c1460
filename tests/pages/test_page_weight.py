"""What a page sends of a ledger many times the shipped one: never more than a browser takes at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from bench.browser.page_weight import LIMIT
from bench.synthetic import synthetic, write

OpenPage = Callable[..., AppTest]

MENTIONS = 20_000
# One heavy in rows, one in marks, one in lines and movements, one in a long table, one in text.
PAGES = ("Overview", "Troops", "Map", "Claims", "Method")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tables of 20,000 mentions."""
    return write(synthetic(MENTIONS), tmp_path_factory.mktemp("large"))


@pytest.mark.parametrize("title", PAGES)
def test_a_page_stays_light_at_twenty_thousand_mentions(
    title: str, large: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes of two runs: as a link opens it, and once the browser has told its width."""
    monkeypatch.setenv("MUSTER_DATA", str(large))
    st.cache_resource.clear()
    sizes = []
    send = ScriptRunContext.enqueue

    def enqueue(context: ScriptRunContext, message: ForwardMsg) -> None:
        sizes.append(message.ByteSize())
        send(context, message)

    monkeypatch.setattr(ScriptRunContext, "enqueue", enqueue)
    app = open_page(title)
    assert app.title[0].value == title
    assert 20_000 < sum(sizes) < LIMIT
    st.cache_resource.clear()

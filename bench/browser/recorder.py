"""Serve the dashboard and write down every element that its runs send to the browser.

    .venv/bin/python -m bench.browser.recorder FILE streamlit run app.py …

What was written down is the page with its data as constants: ``constant_page.py`` sends it again.
"""

import pickle
import sys
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.web.cli import main


def record_to(file: Path) -> None:
    """Keep the elements of the latest run in a file; a run begins with its first element anew."""
    send = ScriptRunContext.enqueue
    runs: dict[int, list[bytes]] = {}

    def enqueue(context: ScriptRunContext, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "delta":
            # A run that is begun anew has a context of its own.
            runs.setdefault(id(context), []).append(message.SerializeToString())
            file.write_bytes(pickle.dumps(list(runs.values())[-1]))
        send(context, message)

    ScriptRunContext.enqueue = enqueue  # type: ignore[method-assign]


if __name__ == "__main__":
    record_to(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    sys.exit(main())

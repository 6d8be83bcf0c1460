"""Serve the dashboard and write down every element that its runs send to the browser.

    .venv/bin/python -m bench.browser.recorder FILE streamlit run app.py …

What was written down is the page with its data as constants: ``constant_page.py`` sends it again.
"""

import pickle
import sys
from pathlib import Path
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.web.cli import main


def record_to(file: Path) -> None:
    """Keep the elements of the latest run of the whole page in a file; fragments are no such run."""
    send, begin = ScriptRunContext.enqueue, ScriptRunContext.reset
    sent: list[bytes] = []

    def reset(context: ScriptRunContext, *args: Any, **options: Any) -> None:
        begin(context, *args, **options)
        # A run that the browser's first answer breaks off goes on in the same context, anew.
        if context.fragment_ids_this_run is None:
            sent.clear()

    def enqueue(context: ScriptRunContext, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "delta" and context.fragment_ids_this_run is None:
            sent.append(message.SerializeToString())
            file.write_bytes(pickle.dumps(sent))
        send(context, message)

    ScriptRunContext.reset = reset  # type: ignore[method-assign]
    ScriptRunContext.enqueue = enqueue  # type: ignore[method-assign]


if __name__ == "__main__":
    record_to(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    sys.exit(main())

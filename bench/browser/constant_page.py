"""A Streamlit page that sends recorded elements: the same page with nothing to load or compute."""

import os
import pickle
from pathlib import Path

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import enqueue_message


@st.cache_resource
def recorded(file: str) -> list[bytes]:
    """Read the recorded elements once."""
    messages: list[bytes] = pickle.loads(Path(file).read_bytes())
    return messages


st.set_page_config(layout="wide", initial_sidebar_state=340)
for message in recorded(os.environ["MUSTER_RECORDED"]):
    enqueue_message(ForwardMsg.FromString(message))

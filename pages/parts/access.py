"""Who the reader is, in one line: why they may only read, or as whom they decide."""

import streamlit as st

from pages.parts.desk import Desk
from pages.parts.wording import plain


def show(desk: Desk) -> None:
    """Say why there is nothing to add and decide with; offer to sign in or out where that is set up."""
    if desk.person.may_write and not desk.signed_in:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if desk.person.may_write:
            st.markdown(f"Signed in as {plain(desk.person.name)}.")
        else:
            st.markdown(plain(desk.person.why_not))
        if desk.signed_in:
            st.button("Sign out", key="sign_out", on_click=st.logout)
        elif desk.sign_in:
            st.button("Sign in", key="sign_in", on_click=st.login)

"""A proxy that says nothing of itself: it passes everything on and names the server it passes it to.

That is what some proxies do when nobody has set them up further. Whoever comes through one looks as if
they sat at the server's own computer.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

HOST = "127.0.0.1"


@contextmanager
def silent_proxy(server_port: int) -> Iterator[int]:
    """Run the proxy while the block runs; gives its port."""
    with socket.create_server((HOST, 0)) as listening:
        port = int(listening.getsockname()[1])
        own, other = (f"Host: localhost:{one}\r\n".encode() for one in (port, server_port))

        def serve() -> None:
            while True:
                try:
                    client, _ = listening.accept()
                except OSError:
                    return
                server = socket.create_connection((HOST, server_port))
                for source, target in ((client, server), (server, client)):
                    threading.Thread(target=pass_on, args=(source, target), daemon=True).start()

        def pass_on(source: socket.socket, target: socket.socket) -> None:
            with suppress(OSError), source, target:
                while content := source.recv(65_536):
                    target.sendall(content.replace(own, other))

        threading.Thread(target=serve, daemon=True).start()
        yield port
        # Closing alone does not wake the thread that waits for a visitor.
        listening.shutdown(socket.SHUT_RDWR)

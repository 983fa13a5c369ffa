"""`vigichat serve`: all stories in a browser on this machine; with `--network`, for others on the same network too.

What is served is `game.web.site`'s, how `game.web.server`'s.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import suppress

from game.cli.tell import reason, tell
from game.cli.terminal import here
from game.telling.language import _
from game.web import qr
from game.web.server import LOCAL, Server
from game.web.site import INDEX, site

_USUAL = 8000
"""The port that is taken where it is free: it is the same on every day, so that an address can be written down."""

_NOWHERE = ("192.0.2.1", 9)
"""An address that is nobody's (RFC 5737): asking the way there sends nothing, and says which address is ours."""


def serve(port: int | None, network: bool, languages: Sequence[str]) -> int:
    """Serve until Ctrl+C; gives the number to exit with."""
    address = _ours() if network else LOCAL
    if not address:
        tell(_("This computer is on no network. Without “--network”, the stories open on this computer alone."))
        return 1
    if ipaddress.ip_address(address).is_global:
        tell(
            _(
                "The whole internet could reach {address}: nothing was opened."
                " “--network” is for the network of a home or a school."
            ).format(address=address)
        )
        return 1
    files = site(languages, offline=False)
    files[""] = files[INDEX]
    opened = _opened(files, address, port)
    if opened is None:
        return 1
    with opened as server:
        if network:
            server.add("qr", qr.page(server.address, _("To play along, scan this or type the address:")))
        _welcome(server.address, network)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    return 0


def _ours() -> str:
    """This machine's address on the network that it would go out by, "" where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_NOWHERE)
            address = str(asking.getsockname()[0])
        except OSError:
            return ""
    return "" if ipaddress.ip_address(address).is_loopback or address == "0.0.0.0" else address


def _opened(files: dict[str, bytes], address: str, port: int | None) -> Server | None:
    """A server at `port`, or where that is None at the usual one or any that is free; it is said why there is none."""
    for wanted in (_USUAL, 0) if port is None else (port,):
        try:
            return Server(files, address, wanted)
        except OSError as fault:
            last = fault
    if last.errno in (errno.EADDRINUSE, errno.EACCES):
        tell(_("Another program uses the port {port}. Choose another number, or leave “--port” out.").format(port=port))
    else:
        tell(_("The stories cannot be served at {address}: {reason}.").format(address=address, reason=reason(last)))
    return None


def _welcome(address: str, network: bool) -> None:
    terminal = here()
    seen = sys.stdout.isatty()
    if network:
        terminal.say(_("Anyone on the same network can open the stories now, and change nothing:"))
        terminal.say(address, indent=2)
        if seen and os.environ.get("TERM") != "dumb":
            terminal.say(_("Or with a phone’s camera:"))
            terminal.say_all(qr.lines(address))
        terminal.say(_("Large, for a projector:"))
        terminal.say(address + "qr", indent=2)
        terminal.say(
            _(
                "No visit is written down. If the address does not open,"
                " the school may keep devices apart: give the file instead."
            )
        )
    else:
        terminal.say(_("The stories are open on this computer, and for nobody else:"))
        terminal.say(address, indent=2)
    terminal.say(_("To end, press Ctrl+C here."))
    sys.stdout.flush()
    if seen:
        webbrowser.open(address)

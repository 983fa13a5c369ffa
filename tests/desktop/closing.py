"""Closing a window as its button would, where there is no window manager to do it. Needs nothing but Xlib."""

from __future__ import annotations

import ctypes


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 16),
    ]


def ask_to_close(display: str, window: int) -> None:
    """Send the message that a window manager sends when its close button is pressed: there is none here."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    assert connection.value
    message = _ClientMessage(type=33, window=window, format=32)
    message.message_type = x.XInternAtom(connection, b"WM_PROTOCOLS", 0)
    message.data[0] = x.XInternAtom(connection, b"WM_DELETE_WINDOW", 0)
    x.XSendEvent(connection, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
    x.XCloseDisplay(connection)

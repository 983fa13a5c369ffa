"""Vigichat: see webcam blackmail coming, and know what to do if it happens."""

__version__ = "0.1.0"

"""Vigichat: learn to see webcam blackmail coming, and to react well."""

__version__ = "0.1.0"

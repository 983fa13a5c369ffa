"""The player for browsers, and the exporter that makes one HTML file of a story and of all that playing it needs.

`player` holds its JavaScript, style and page; Python only writes words and values into them.
"""

"""Paper: pages of words and sheets as one HTML document, to read in a browser and to print.

What they say is left to `game.telling`; writing the file and opening it, to the faces.
"""

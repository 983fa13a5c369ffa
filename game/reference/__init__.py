"""Signs, steps, law and helplines of a country: text files with their sources, read into one `Reference`.

What such data is, is said by `game.engine.reference`; showing it is left to the faces.
"""

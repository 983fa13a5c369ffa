"""A class with one screen: what is asked of it, what it answers, and nothing about any of its pupils.

What this looks like on the wall is left to the faces.
"""

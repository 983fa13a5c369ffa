"""The pygame window: the only room that draws."""

"""Mending a scenario's text and laying it out, no more than is sure: `fix` and `house_style` are the ways in."""

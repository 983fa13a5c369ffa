"""What the game keeps on this computer, and only what it was asked to keep."""

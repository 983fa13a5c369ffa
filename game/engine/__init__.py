"""The rules of play, pure: reading, checking, playing, scoring and debriefing a scenario."""

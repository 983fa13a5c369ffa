"""Proving a scenario: what holds on every path of it. `prove` is the way in; the rules are in docs/proof.md."""

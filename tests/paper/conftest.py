"""The languages that documents are tested in: those of the pages."""

from tests.telling.conftest import country

__all__ = ["country"]

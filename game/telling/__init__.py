"""Words for a person, shared by every face: catalogues, pages, debriefs, help, problem sentences."""

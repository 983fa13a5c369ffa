"""The room of translators: the texts of stories and of the reference, and the catalogues that hold them."""

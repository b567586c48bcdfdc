"""The pages: one file each, rendered here and made lively by small modules in ``static/``."""

"""The texts that ship with the copilot; ``docs/corpus-format.md`` describes their form."""

"""The model's instructions, one file each."""

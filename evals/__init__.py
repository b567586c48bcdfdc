"""Tests that answers are grounded, as a package others can run."""

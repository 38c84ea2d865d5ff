"""Tests of the review wizard and of finished reviews."""

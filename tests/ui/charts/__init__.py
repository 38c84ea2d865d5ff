"""Tests of how charts are drawn."""

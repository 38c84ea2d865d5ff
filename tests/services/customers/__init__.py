"""Tests of the customer services."""

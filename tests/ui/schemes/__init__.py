"""Tests of the playbook page and its parts."""

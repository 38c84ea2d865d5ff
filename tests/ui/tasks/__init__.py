"""Tests of the task list, its dialogs and the Today page."""

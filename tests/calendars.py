"""The working calendar of tests: the years the program brings, whatever the user has added."""

from app import paths
from app.services.workdays import calendar_from

CALENDAR = calendar_from([paths.resource("calendar")])

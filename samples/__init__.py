"""Contracts written for this project, the sources they are built from, and the report recorded for each."""

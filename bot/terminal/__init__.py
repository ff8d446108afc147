"""Verbatim in a terminal: one command from the shell, a command a line from a pipe, or a session."""

"""Verbatim's front doors, Discord and the terminal; all it knows of transcripts comes from `retrieval`."""

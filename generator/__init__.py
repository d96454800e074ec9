"""Briefbook: a folder of articles and YAML becomes a static briefing site."""

__version__ = "0.1.0"

"""Adapters for public SQL guards, one each. They run in the guard's own environment, never in ours."""

"""Running the desk: health, metrics, and the points at which tests kill it."""

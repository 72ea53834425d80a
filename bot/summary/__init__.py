"""The weekly summary of one report: its content, every figure with its SQL, and the forms it is given out in."""

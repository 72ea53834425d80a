"""Names made comparable: places, facilities, countries, offenses, policy requirements, dates.

Shared by the ingest job, which needs canonical names, and by the interpreter, which needs the words people use.
The facts stand in CSV files under ``data/`` that anybody can read and edit; the modules load them once,
file by file, at first use. Nothing here reads a PDF or a database.
"""

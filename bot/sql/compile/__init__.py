"""Query to SQL, built as a syntax tree: no text of a question is ever pasted into a statement.

`compile_query` gives the statement that answers a Query, `compile_footing` the one that tells which rows and pages
the answer stands on. Both use the same conditions, and both go through the checker like any other statement.
"""

from bot.sql.compile.build import compile_query
from bot.sql.compile.footing import compile_footing, compile_marks
from bot.sql.compile.plan import CompileError, OutColumn, Plan, Role

__all__ = ["CompileError", "OutColumn", "Plan", "Role", "compile_footing", "compile_marks", "compile_query"]

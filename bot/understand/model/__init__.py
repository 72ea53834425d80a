"""A chat model reads what the offline interpreter cannot; it fills the same plan and passes the same checks.

Nothing here writes a figure or an answer. LangChain is imported inside the one function that makes the model.
"""

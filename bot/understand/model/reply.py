"""Reply: the only form in which a model can say anything."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.query import Query


class WordUse(BaseModel):
    """What a model took words of the question for. Shown to the person where the desk does not know the words."""

    model_config = ConfigDict(extra="forbid")

    words: str = Field(description="words of the question, exactly as written")
    means: str = Field(description="what they were taken for, in the words of the data model")


class Reply(BaseModel):
    """A plan, or SQL where no plan can say it, or the reason why the reports cannot answer. One of the three."""

    model_config = ConfigDict(extra="forbid")

    query: Query | None = Field(default=None, description="the plan")
    sql: str | None = Field(default=None, description="one SELECT over the views, only where no plan can say it")
    cannot: str | None = Field(default=None, description="why the reports cannot answer")
    words: list[WordUse] = Field(default_factory=list, description="what unusual words were taken for")

    @field_validator("query", mode="before")
    @classmethod
    def _unlabelled(cls, query: Any) -> Any:
        """Slices come without a label; the desk names them by their values."""
        if not isinstance(query, dict):
            return query
        slices = query.get("slices")
        if isinstance(slices, list):
            query = {**query, "slices": [{"label": "", **s} if isinstance(s, dict) else s for s in slices]}
        return {**query, "also": cls._unlabelled(query["also"])} if query.get("also") else query

    @property
    def empty(self) -> bool:
        """Neither a plan nor SQL."""
        return self.query is None and not (self.sql or "").strip()


PLAN_FIELDS = frozenset(
    {"subject", "measure", "filters", "group_by", "slices", "contrast", "order", "limit", "nth", "having", "corrected",
     "yes_no", "claim", "also"}
)  # fmt: skip
"""Parts of a plan that the prompt documents and the grounding holds; a plan with any other is refused."""
_NOT_OFFERED = frozenset(
    {"foia_detainers", "release", "prepared_on", "criminality", "lift_reason", "declined", "gender", "row_no", "county"}
)
"""The spreadsheets are read by the interpreter alone; a county is a `place`."""


def reply_schema() -> dict[str, Any]:
    """The JSON schema a model has to fill, with the title LangChain asks for: what the prompt documents, no more.

    Labels are left out: a name that a reader sees is never a model's.
    """
    schema = Reply.model_json_schema()
    schema["title"] = "Reply"
    schema.setdefault("description", Reply.__doc__)
    query = schema["$defs"]["Query"]["properties"]
    schema["$defs"]["Query"]["properties"] = {name: query[name] for name in query if name in PLAN_FIELDS}
    for part in schema["$defs"].values():
        part.pop("description", None)  # the prompt says it once
        part.get("properties", {}).pop("label", None)
        if "label" in part.get("required", ()):
            part["required"].remove("label")
    _narrow(schema)
    return schema


def _narrow(node: Any) -> None:
    """Take the names that are not offered out of every list of names."""
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            node["enum"] = [name for name in node["enum"] if name not in _NOT_OFFERED]
        for part in node.values():
            _narrow(part)
    elif isinstance(node, list):
        for part in node:
            _narrow(part)

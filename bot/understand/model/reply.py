"""Reply: the only form in which a model can say anything."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

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

    @property
    def empty(self) -> bool:
        """Neither a plan nor SQL."""
        return self.query is None and not (self.sql or "").strip()


def reply_schema() -> dict[str, Any]:
    """The JSON schema a model has to fill, with the title LangChain asks for."""
    schema = Reply.model_json_schema()
    schema["title"] = "Reply"
    schema.setdefault("description", Reply.__doc__)
    return schema

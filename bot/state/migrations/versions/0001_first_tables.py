"""The first tables."""

import sqlalchemy as sa
from alembic import op

from bot.state.types import Json, UtcDateTime

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("thread_ts", sa.String(length=32), nullable=False),
        sa.Column("question_ts", sa.String(length=32), nullable=False),
        sa.Column("ts", sa.String(length=32), nullable=True),
        sa.Column("user", sa.String(length=32), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("sql", sa.Text(), nullable=True),
        sa.Column("query", Json, nullable=True),
        sa.Column("answer", Json, nullable=False),
        sa.Column("lineage", Json, nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
    )
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.create_index("ix_answers_channel_question_ts", ["channel", "question_ts"], unique=False)
        batch_op.create_index("ix_answers_channel_ts", ["channel", "ts"], unique=False)
        batch_op.create_index(op.f("ix_answers_created_at"), ["created_at"], unique=False)

    op.create_table(
        "clarifications",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=False),
        sa.Column("choices", Json, nullable=False),
        sa.Column("queries", Json, nullable=False),
        sa.Column("chosen", BIG, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clarifications")),
    )
    with op.batch_alter_table("clarifications", schema=None) as batch_op:
        batch_op.create_index(op.f("ix_clarifications_created_at"), ["created_at"], unique=False)

    op.create_table(
        "deliveries",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("event_id", sa.String(length=64), nullable=True),
        sa.Column("post_key", sa.String(length=160), nullable=False),
        sa.Column("lane", sa.String(length=128), nullable=False),
        sa.Column("task", Json, nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", BIG, nullable=False),
        sa.Column("worker", sa.String(length=64), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("accepted_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("event_id", name=op.f("uq_deliveries_event_id")),
        sa.UniqueConstraint("post_key", name=op.f("uq_deliveries_post_key")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index(op.f("ix_deliveries_accepted_at"), ["accepted_at"], unique=False)
        batch_op.create_index("ix_deliveries_status_lease_until", ["status", "lease_until"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("answer_id", sa.String(length=32), nullable=True),
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.Column("user", sa.String(length=32), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("sql", sa.Text(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(op.f("ix_feedback_answer_id"), ["answer_id"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("document_revision", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", BIG, nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("not_before", UtcDateTime(), nullable=False),
        sa.Column("ts", sa.String(length=32), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint(
            "team", "channel", "document_revision", "kind", name=op.f("uq_outbox_team_channel_document_revision_kind")
        ),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_status_not_before", ["status", "not_before"], unique=False)

    op.create_table(
        "subscriptions",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("filter_text", sa.Text(), nullable=False),
        sa.Column("filter_query", Json, nullable=True),
        sa.Column("schedule", Json, nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("off_reason", sa.Text(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint("team", "channel", "kind", name=op.f("uq_subscriptions_team_channel_kind")),
    )
    op.create_table(
        "threads",
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("thread_ts", sa.String(length=32), nullable=False),
        sa.Column("state", Json, nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team", "channel", "thread_ts", name=op.f("pk_threads")),
    )
    with op.batch_alter_table("threads", schema=None) as batch_op:
        batch_op.create_index(op.f("ix_threads_updated_at"), ["updated_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("threads", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_threads_updated_at"))

    op.drop_table("threads")
    op.drop_table("subscriptions")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_status_not_before")

    op.drop_table("outbox")
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_feedback_answer_id"))

    op.drop_table("feedback")
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_deliveries_status_lease_until")
        batch_op.drop_index(op.f("ix_deliveries_accepted_at"))

    op.drop_table("deliveries")
    with op.batch_alter_table("clarifications", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_clarifications_created_at"))

    op.drop_table("clarifications")
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.drop_index(op.f("ix_answers_created_at"))
        batch_op.drop_index("ix_answers_channel_ts")
        batch_op.drop_index("ix_answers_channel_question_ts")

    op.drop_table("answers")

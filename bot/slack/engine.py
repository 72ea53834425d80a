"""The desk as the Slack process runs it: SQL in worker processes, so that many ask at once and stop means stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.messages import slack as words
from bot.settings import Settings
from bot.slack.running import current
from bot.sql.database import RunError, edition_path
from bot.sql.pool import WorkerRunner

if TYPE_CHECKING:
    from bot.ask import Desk
    from bot.sql.pool import _Worker


class StoppableRunner(WorkerRunner):
    """Kills the worker of a question that was stopped; the next question gets a new one.

    Only the process is ended from the outside. Its pipes belong to the thread that reads them: closed under it, the
    read would wait for its deadline, since nothing is ever heard from a file that is no longer open.
    """

    def edition(self) -> str:
        """The file name of the edition that the next question will read."""
        return edition_path(self._db_path).name

    def _take(self) -> _Worker:
        run = current()
        if run is not None and run.stopped:
            raise RunError("stopped", words.STOPPED, "")
        worker = super()._take()
        if run is not None:
            run.on_stop(worker.process.kill)
        return worker

    def _give_back(self, worker: _Worker) -> None:
        run = current()
        if run is not None:
            run.off_stop()
        super()._give_back(worker)


def desk_for(settings: Settings, workers: int) -> Desk:
    """The desk over these settings, with its first worker warm. Raises RunError on a database that cannot be read."""
    from bot.ask import Desk
    from bot.semantic import load_model

    runner = StoppableRunner(settings.db, load_model(), workers=workers)
    runner.warm()
    return Desk(settings.db, settings, runner=runner)

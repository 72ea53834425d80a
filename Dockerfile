# The desk in a container: the bot by default, the watcher with `watch`. Not root; data lives in /data.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE CHANGELOG.md ./
COPY bot bot
COPY ingest ingest
COPY prompts prompts
RUN python -m venv /opt/desk && /opt/desk/bin/pip install --no-cache-dir -c constraints.txt '.[postgres]'
# Read the words in once, while the place to keep them can be written to.
RUN /opt/desk/bin/python -c 'from bot.understand.phrases import general_phrases; general_phrases()'

FROM python:3.11-slim
COPY --from=build /opt/desk /opt/desk
RUN useradd --system --create-home desk && mkdir /data && chown desk /data
USER desk
VOLUME /data
ENV PATH=/opt/desk/bin:$PATH DETAINER_DESK_DB=/data/detainers.duckdb DETAINER_DESK_STATE=sqlite:////data/state.sqlite
ENTRYPOINT ["detainer-desk"]
CMD ["slack", "--mode", "socket"]

# Verbatim in a container; “In a container” in README.md says how it is run.

FROM python:3.11-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE constraints.txt ./
COPY bot bot
COPY retrieval retrieval
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --constraint constraints.txt '.[charts,html,pictures,subtitles]'

FROM python:3.11-slim
RUN useradd --uid 10001 --create-home verbatim && install --directory --owner verbatim /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TRANSCRIPTS=/data/transcripts \
    DATA_DIR=/data/state \
    HEALTH_PORT=8080
USER verbatim
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# The first start reads and indexes every transcript, which may take minutes.
HEALTHCHECK --interval=30s --timeout=10s --start-period=10m --retries=3 CMD ["verbatim", "health"]
ENTRYPOINT ["verbatim"]
CMD ["discord"]

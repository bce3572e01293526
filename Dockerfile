# syntax=docker/dockerfile:1
# Two stages: the first builds the wheel (and in it the page, with a pinned Node), the second only runs it.
# Every package comes from a lock file with hashes. Nothing of the first stage but the wheel reaches the second.

FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements/ requirements/
RUN python -m pip install --no-cache-dir --require-hashes -r requirements/build.txt -r requirements/node.txt
COPY . .
RUN python -m pip wheel --no-deps --no-build-isolation --wheel-dir /wheel .

FROM python:3.11-slim-bookworm
ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/data \
    SOCIOGRAM_STORE=sqlite:////data/sociogram.db
COPY requirements/runtime.txt /requirements.txt
RUN --mount=from=build,source=/wheel,target=/wheel \
    python -m pip install --no-cache-dir --only-binary :all: --require-hashes -r /requirements.txt \
 && python -m pip install --no-cache-dir --no-deps --no-index /wheel/*.whl \
 && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin sociogram \
 && install -d -o sociogram -g sociogram -m 0700 /data
COPY --chmod=0555 tools/container_entry.sh /usr/local/bin/container-entry
# HOME is on the volume: what the layout compiles at the first drawing is kept there for the next start.
USER sociogram
WORKDIR /data
VOLUME /data
# `serve` listens on the loopback address and refuses every other until there is a login; see docker-compose.yml.
ENTRYPOINT ["container-entry"]
CMD ["serve", "--port", "8000"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/api/v1/health', timeout=4)"]

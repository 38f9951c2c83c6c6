# syntax=docker/dockerfile:1
#
# Its steps are commands of tools/image.sh, which a test runs without Docker. BuildKit is needed for
# the mounts: Docker 23 or newer, Podman 4 or newer.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 tools/image.sh build /source

FROM eclipse-temurin:25-jre
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Tillbot" \
      org.opencontainers.image.description="A hosting customer's billing account in the chat where the team works" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"

# A number for platforms that ask for one, a name for Java.
RUN groupadd --gid 10001 tillbot \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/tillbot --shell /usr/sbin/nologin tillbot

# Here rather than copied: the archive of classes belongs to this Java and to these paths.
RUN --mount=type=bind,from=build,source=/source,target=/source \
    /source/tools/image.sh install /source /opt/tillbot \
 && /source/tools/image.sh state /var/lib/tillbot \
 && chown -R tillbot:tillbot /var/lib/tillbot

# Below it are config (mounted, read only), data, keys, downloads and log: what the program's own
# defaults name, which are relative.
WORKDIR /var/lib/tillbot
ENV HOME=/var/lib/tillbot \
    TILLBOT_HTTP_ADDRESS=0.0.0.0 \
    TILLBOT_LOG_FILE=/var/lib/tillbot/log/tillbot.log
VOLUME ["/var/lib/tillbot"]
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/tillbot/bin/tillbot"]
CMD ["run"]

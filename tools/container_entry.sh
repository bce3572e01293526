#!/bin/sh
# Hands the passphrase, and the user and password of a Neo4j (written `user/password`), to Sociogram from secret files,
# so that they stand in no image, compose file or command line.
set -eu

readable() {
    if [ ! -r "$1" ]; then
        echo "container: $1 cannot be read by user $(id -u); remedy: chown $(id -u) the secret's file" >&2
        exit 2
    fi
}

secret=${SOCIOGRAM_PASSPHRASE_FILE:-/run/secrets/sociogram_passphrase}
if [ -z "${SOCIOGRAM_PASSPHRASE:-}" ] && [ -e "$secret" ]; then
    readable "$secret"
    SOCIOGRAM_PASSPHRASE=$(cat "$secret")
    export SOCIOGRAM_PASSPHRASE
fi
auth=${SOCIOGRAM_NEO4J_AUTH_FILE:-/run/secrets/neo4j_auth}
if [ -z "${SOCIOGRAM_NEO4J_PASSWORD:-}" ] && [ -e "$auth" ]; then
    readable "$auth"
    both=$(cat "$auth")
    SOCIOGRAM_NEO4J_USER=${both%%/*}
    SOCIOGRAM_NEO4J_PASSWORD=${both#*/}
    export SOCIOGRAM_NEO4J_USER SOCIOGRAM_NEO4J_PASSWORD
fi
exec sociogram "$@"

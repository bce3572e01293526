#!/bin/sh
# Hands the passphrase to Sociogram from a secret file, so that it stands in no image, compose file or command line.
set -eu

secret=${SOCIOGRAM_PASSPHRASE_FILE:-/run/secrets/sociogram_passphrase}
if [ -z "${SOCIOGRAM_PASSPHRASE:-}" ] && [ -e "$secret" ]; then
    if [ ! -r "$secret" ]; then
        echo "container: $secret cannot be read by user $(id -u); remedy: chown $(id -u) the secret's file" >&2
        exit 2
    fi
    SOCIOGRAM_PASSPHRASE=$(cat "$secret")
    export SOCIOGRAM_PASSPHRASE
fi
exec sociogram "$@"

#!/usr/bin/env sh
# What a template cannot do.
set -eu
infra/hooks/secrets.sh
infra/hooks/lock-checkpoints.sh
infra/scripts/console-address.sh

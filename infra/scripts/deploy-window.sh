#!/usr/bin/env sh
# Refuses from 02:00 to 04:00, when the sweeps run: a deployment stops by force what is running. They are set for those hours
# of Amsterdam, and the platform reads them in UTC, so both clocks must be outside.
#   deploy-window.sh "$(TZ=Europe/Amsterdam date +%H)" "$(date -u +%H)"
set -eu

for hour in "$@"; do
  case "$hour" in
    02 | 03)
      echo "It is the hour of the sweeps ($hour). Run this again after 04:00." >&2
      exit 1
      ;;
  esac
done

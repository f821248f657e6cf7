#!/usr/bin/env sh
# Refuses from 01:30 to 04:00: the sweeps run from 02:00 on, a deployment stops by force what is running, and takes a while
# itself. They are set for those hours of Amsterdam, and the platform reads them in UTC, so both clocks must be outside.
#   deploy-window.sh "$(TZ=Europe/Amsterdam date +%H%M)" "$(date -u +%H%M)"
set -eu

for time in "$@"; do
  case "$time" in
    01[345]? | 02?? | 03??)
      echo "These are the hours of the sweeps ($time). Run this again after 04:00." >&2
      exit 1
      ;;
  esac
done

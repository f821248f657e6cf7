#!/usr/bin/env sh
# Tells the app registration where the console's sign-in comes back to: the app has an address only once it is there. Needs the
# role Application Administrator, the first time; the pipeline, which does not have it, is told by the azd environment that it is done.
set -eu

if [ "${CONSOLE_ADDRESS:-}" != "$BACKEND_URL/staff" ]; then
  az rest --method patch --url "https://graph.microsoft.com/v1.0/applications(appId='$STAFF_CLIENT_ID')" \
    --headers Content-Type=application/json --body "{ \"spa\": { \"redirectUris\": [\"$BACKEND_URL/staff\"] } }" --output none
  azd env set CONSOLE_ADDRESS "$BACKEND_URL/staff"
fi

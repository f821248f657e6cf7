#!/usr/bin/env sh
# Puts a secret into the vault, as a new version if it was there: put-secret.sh sendgrid-key. The app reads it after that.
# Its value comes from the standard input: an argument could be seen by others on this machine.
set -eu

name=$1
group="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP"

body=$(mktemp)
trap 'rm -f "$body"' EXIT
tr -d '\r\n' | sed 's/[\\"]/\\&/g; s/.*/{"properties": {"value": "&"}}/' > "$body"
az rest --method put --url "$group/providers/Microsoft.KeyVault/vaults/$VAULT/secrets/$name?api-version=2023-07-01" --body "@$body" --output none
echo "$name is in the vault." >&2

#!/usr/bin/env sh
# Puts the two keys of the app into the vault, each once: what is there is never replaced. Their values go from here into
# the vault, and nowhere else.
set -eu

secrets="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/$VAULT/secrets"

# Tells names only, no values: whoever deploys need not be able to read them.
names=$(az rest --method get --url "$secrets?api-version=2023-07-01" --query "value[].name" --output tsv)

is_there() {
  echo "$names" | grep -qx "$1"
}

if ! is_there subjects-hmac-key; then
  printf '%s' "${SUBJECTS_HMAC_KEY:-$(head -c 32 /dev/urandom | base64)}" | infra/scripts/put-secret.sh subjects-hmac-key
fi

if ! is_there sendgrid-key; then
  if [ -z "${SENDGRID_KEY:-}" ]; then
    if [ ! -t 0 ]; then
      echo "There is no SendGrid key in the vault: use azd hooks run postprovision where you can be asked for it, or set SENDGRID_KEY." >&2
      exit 1
    fi
    printf 'The key of SendGrid (it is not shown): ' >&2
    stty -echo
    read -r SENDGRID_KEY
    stty echo
    echo >&2
  fi
  printf '%s' "$SENDGRID_KEY" | infra/scripts/put-secret.sh sendgrid-key
fi

infra/scripts/reread-secrets.sh

#!/usr/bin/env sh
# Puts the HMAC key and the secret of the mail service into the vault, each once: what is there is never replaced. Their values go from here into
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

# What the mail service asks for: a mail server asks for nothing where the practice is nobody to it.
if [ "${MAIL_SERVICE:-sendgrid}" = smtp ]; then
  secret=smtp-password value=${SMTP_PASSWORD:-} setting=SMTP_PASSWORD what="password of the mail server" needed=${SMTP_USER:-}
else
  secret=sendgrid-key value=${SENDGRID_KEY:-} setting=SENDGRID_KEY what="key of SendGrid" needed=yes
fi

if [ -n "$needed" ] && ! is_there "$secret"; then
  if [ -z "$value" ]; then
    if [ ! -t 0 ]; then
      echo "The $what is not in the vault: use azd hooks run postprovision where you can be asked for it, or set $setting." >&2
      exit 1
    fi
    printf 'The %s (it is not shown): ' "$what" >&2
    stty -echo
    read -r value
    stty echo
    echo >&2
  fi
  printf '%s' "$value" | infra/scripts/put-secret.sh "$secret"
fi

infra/scripts/reread-secrets.sh

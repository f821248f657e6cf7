#!/usr/bin/env sh
# Locks the policy of the checkpoints, in production only. There is no way back: for seven years nobody, Microsoft's support
# included, can change or delete a checkpoint, or the account with one in it.
set -eu

if [ "$AZURE_ENV_NAME" != production ]; then
  echo "The checkpoints of $AZURE_ENV_NAME stay unlocked: they protect nothing." >&2
  exit 0
fi

policy() {
  az storage container immutability-policy show --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
    --account-name "$LEDGER_ACCOUNT" --container-name checkpoints --query "$1" --output tsv
}

if [ "$(policy state)" != Locked ]; then
  az storage container immutability-policy lock --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
    --account-name "$LEDGER_ACCOUNT" --container-name checkpoints --if-match "$(policy etag)" --output none
  echo "The checkpoints are locked." >&2
fi
# The next deployment leaves the policy out: Azure takes no template of one that is locked.
azd env set CHECKPOINTS_ARE_LOCKED true

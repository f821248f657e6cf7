#!/usr/bin/env sh
# Finds out what the parameters cannot know by themselves, and writes it into the azd environment.
set -eu

case "$AZURE_ENV_NAME" in
  test | production) ;;
  *)
    echo "The azd environment must be called test or production, not $AZURE_ENV_NAME." >&2
    exit 1
    ;;
esac

if [ -z "${STAFF_CLIENT_ID:-}" ]; then
  id=$(infra/scripts/app-registration.sh)
  azd env set STAFF_CLIENT_ID "$id"
fi

# A budget keeps the month that it was made in.
if [ -z "${BUDGET_FROM:-}" ]; then
  azd env set BUDGET_FROM "$(date -u +%Y-%m-01)"
fi

# Azure refuses a deployment of a policy that is locked: it is left out of the next one.
group="rg-${NAME_PREFIX:-welwee}-$AZURE_ENV_NAME"
ledger="${NAME_PREFIX:-welwee}ledger$AZURE_ENV_NAME"
locked=false
if [ "$(az storage account list --query "length([?name=='$ledger'])" --subscription "$AZURE_SUBSCRIPTION_ID" --output tsv)" != 0 ]; then
  state=$(az storage container-rm show --resource-group "$group" --storage-account "$ledger" --name checkpoints \
    --query immutabilityPolicy.state --subscription "$AZURE_SUBSCRIPTION_ID" --output tsv)
  if [ "$state" = Locked ]; then locked=true; fi
fi
azd env set CHECKPOINTS_ARE_LOCKED "$locked"

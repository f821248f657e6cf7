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

group="rg-${NAME_PREFIX:-welwee}-$AZURE_ENV_NAME"
ledger="${NAME_PREFIX:-welwee}ledger$AZURE_ENV_NAME"
vault="vault-${NAME_PREFIX:-welwee}-$AZURE_ENV_NAME"

if [ -z "${STAFF_CLIENT_ID:-}" ]; then
  id=$(infra/scripts/app-registration.sh)
  azd env set STAFF_CLIENT_ID "$id"
  # A registration that is new does not know the console's address, whatever the one before it knew.
  azd env set CONSOLE_ADDRESS ""
fi

# A budget keeps the month that it was made in, and none can be made in a month that is over.
from=
there=$(az group exists --name "$group" --subscription "$AZURE_SUBSCRIPTION_ID")
if [ "$there" = true ]; then
  from=$(az rest --method get --query "value[?name=='spending-above-the-budget'].properties.timePeriod.startDate | [0]" --output tsv \
    --url "/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$group/providers/Microsoft.Consumption/budgets?api-version=2024-08-01")
fi
azd env set BUDGET_FROM "$(printf %.10s "${from:-$(date -u +%Y-%m-01)}")"

# A vault that was deleted keeps its name for 90 days: it is brought back, with the keys in it.
deleted=$(az keyvault list-deleted --resource-type vault --query "length([?name=='$vault'])" --subscription "$AZURE_SUBSCRIPTION_ID" --output tsv)
if [ "$deleted" = 1 ]; then recovered=true; else recovered=false; fi
azd env set VAULT_IS_RECOVERED "$recovered"

# Azure refuses a deployment of a policy that is locked: it is left out of the next one. A deployment that broke off may have
# made the account, and no container in it yet.
locked=false
there=$(az storage account list --query "length([?name=='$ledger'])" --subscription "$AZURE_SUBSCRIPTION_ID" --output tsv)
if [ "$there" != 0 ]; then
  containers() {
    az storage container-rm "$@" --resource-group "$group" --storage-account "$ledger" --subscription "$AZURE_SUBSCRIPTION_ID" --output tsv
  }
  there=$(containers list --query "length([?name=='checkpoints'])")
  if [ "$there" != 0 ]; then
    state=$(containers show --name checkpoints --query immutabilityPolicy.state)
    if [ "$state" = Locked ]; then locked=true; fi
  fi
fi
azd env set CHECKPOINTS_ARE_LOCKED "$locked"

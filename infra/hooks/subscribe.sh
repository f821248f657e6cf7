#!/usr/bin/env sh
# Has the app told of each file that comes in. The key of its webhook is there once the code has started.
set -eu

# It cannot start without its keys, which may have come after its settings.
infra/scripts/reread-secrets.sh
tries=0
until [ "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" \
  --query "contains(keys(systemKeys || \`{}\`), 'blobs_extension')" --subscription "$AZURE_SUBSCRIPTION_ID" --output tsv)" = true ]; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "For ten minutes the app has not started its blob trigger: look at its log, then azd hooks run postdeploy." >&2
    exit 1
  fi
  sleep 30
done

az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name record-scan --subscription "$AZURE_SUBSCRIPTION_ID" \
  --parameters infra/subscription.bicepparam --output none
echo "The app is told of each file." >&2

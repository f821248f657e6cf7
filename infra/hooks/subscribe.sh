#!/usr/bin/env sh
# Has the app told of each file that comes in. The key of its webhook is there once the code has started.
set -eu

tries=0
until [ "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" \
  --query "contains(keys(systemKeys || \`{}\`), 'blobs_extension')" --output tsv)" = true ]; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "For ten minutes the app has not started its blob trigger: look at its log, then azd hooks run postdeploy." >&2
    exit 1
  fi
  sleep 30
done

az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name record-scan \
  --parameters infra/subscription.bicepparam --output none
echo "The app is told of each file." >&2

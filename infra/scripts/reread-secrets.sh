#!/usr/bin/env sh
# Has the app look into the vault again: what it found there, or did not find, it remembers for a day, also when it restarts.
set -eu

app="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$FUNCTION_APP_NAME"
az rest --method post --url "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none

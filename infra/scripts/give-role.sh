#!/usr/bin/env sh
# Gives somebody a role: give-role.sh staff assistent@example.nl. Whoever has it already keeps it.
set -eu

role=$1
person=$2
graph=https://graph.microsoft.com/v1.0
name="WelWee3D $AZURE_ENV_NAME"

app=$(az ad sp list --filter "displayName eq '$name'" --query "[0].id" --output tsv)
role_id=$(az ad sp show --id "$app" --query "appRoles[?value=='$role'].id | [0]" --output tsv)
person_id=$(az ad user show --id "$person" --query id --output tsv)
if [ -z "$role_id" ]; then
  echo "There is no role $role: it is staff or privacy." >&2
  exit 1
fi

has=$(az rest --method get --url "$graph/servicePrincipals/$app/appRoleAssignedTo" \
  --query "length(value[?principalId=='$person_id' && appRoleId=='$role_id'])" --output tsv)
if [ "$has" = 0 ]; then
  az rest --method post --url "$graph/servicePrincipals/$app/appRoleAssignedTo" --headers Content-Type=application/json \
    --body "{\"principalId\": \"$person_id\", \"resourceId\": \"$app\", \"appRoleId\": \"$role_id\"}" --output none
fi
echo "$person is $role."

#!/usr/bin/env sh
# Makes the app registration that staff sign in to, or sets right what differs, and prints its client id. Needs the role
# Application Administrator, and is told the environment: test or production.
set -eu

name="WelWee3D $AZURE_ENV_NAME"
graph=https://graph.microsoft.com/v1.0
azure_cli=04b07795-8ddb-461a-bbee-02f9e1bf7b46
sign_in=7a1f2c3e-5d4b-4c8a-9e6f-1b2c3d4e5f60

patch() {
  az rest --method patch --url "$graph/$1" --headers Content-Type=application/json --body "$2" --output none
}

id=$(az ad app list --filter "displayName eq '$name'" --query "[0].appId" --output tsv)
if [ -z "$id" ]; then
  id=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
fi

patch "applications(appId='$id')" "{
  \"identifierUris\": [\"api://$id\"],
  \"api\": {
    \"requestedAccessTokenVersion\": 2,
    \"oauth2PermissionScopes\": [{
      \"id\": \"$sign_in\", \"value\": \"sign-in\", \"type\": \"Admin\", \"isEnabled\": true,
      \"adminConsentDisplayName\": \"Sign in to Wel & Wee 3D\",
      \"adminConsentDescription\": \"Ask the backend in the name of who signed in. What they may do there, their roles decide.\"
    }]
  },
  \"appRoles\": [
    {
      \"id\": \"c5d0f6a2-3b1e-4f57-8a9d-0e1f2a3b4c5d\", \"value\": \"staff\", \"displayName\": \"Staff\", \"isEnabled\": true,
      \"description\": \"Runs orders and scans.\", \"allowedMemberTypes\": [\"User\"]
    },
    {
      \"id\": \"e8f9a0b1-6c7d-4e2f-9b3a-4d5c6e7f8091\", \"value\": \"privacy\", \"displayName\": \"Privacy officer\", \"isEnabled\": true,
      \"description\": \"Answers people about their data.\", \"allowedMemberTypes\": [\"User\"]
    }
  ]
}"

# The command line of Azure may ask for a token without a question to who signs in. A scope must be there before.
patch "applications(appId='$id')" "{
  \"api\": { \"preAuthorizedApplications\": [{ \"appId\": \"$azure_cli\", \"delegatedPermissionIds\": [\"$sign_in\"] }] }
}"

if [ -z "$(az ad sp list --filter "appId eq '$id'" --query "[0].id" --output tsv)" ]; then
  az ad sp create --id "$id" --output none
fi
patch "servicePrincipals(appId='$id')" '{ "appRoleAssignmentRequired": true }'

echo "$id"

#!/usr/bin/env sh
# Makes the app registration that staff sign in to, or sets right what differs, and prints its client id. Needs the role
# Application Administrator, and is told the environment: test or production.
set -eu

name="WelWee3D $AZURE_ENV_NAME"
graph=https://graph.microsoft.com/v1.0
azure_cli=04b07795-8ddb-461a-bbee-02f9e1bf7b46
sign_in=7a1f2c3e-5d4b-4c8a-9e6f-1b2c3d4e5f60
microsoft_graph=00000003-0000-0000-c000-000000000000

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
  \"requiredResourceAccess\": [{
    \"resourceAppId\": \"$microsoft_graph\",
    \"resourceAccess\": [
      { \"id\": \"37f7f235-527c-4136-accd-4a02d197296e\", \"type\": \"Scope\" },
      { \"id\": \"14dad69e-099b-42c9-810b-d002981feec1\", \"type\": \"Scope\" },
      { \"id\": \"7427e0e9-2fba-42fe-b0c0-848c9e6a8182\", \"type\": \"Scope\" }
    ]
  }],
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

# Where assignment is required nobody can consent for themselves, so it is done here for all: to what the console's sign-in asks
# for besides the app itself, the three above by name. It replaces what was granted before.
az ad app permission grant --id "$id" --api "$microsoft_graph" --scope openid profile offline_access --output none

echo "$id"

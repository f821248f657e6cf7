#!/usr/bin/env sh
# Makes the identity by which GitHub deploys an environment, or sets right what differs, and prints its client id. That of what-if
# only looks. Whoever runs this is Owner of the subscription.
#   AZURE_SUBSCRIPTION_ID=... pipeline-identity.sh production|test|what-if OWNER/REPOSITORY
set -eu

name="WelWee3D pipeline $1"
subject="repo:$2:environment:$1"
scope="/subscriptions/$AZURE_SUBSCRIPTION_ID"
administrator="Role Based Access Control Administrator"

# Of roles it may give and take those that the templates give, to identities of apps, and no other: else it could make itself,
# or anybody, owner of everything. A test holds this list against the templates.
roles="b7e6dc6d-f1e8-4753-8033-0f276bb0955b, ba92f5b4-2d11-453d-a403-e96b0029c9fe, 974c5e8b-45b9-4653-ba55-5f855dd0fb88, \
0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3, 4633458b-17de-408a-b874-0445c86b69e6, 3913510d-42f4-4e42-8a64-420c390055eb"

# The condition for one action: of the request to give a role, of the resource to take one.
only() {
  of="$2[Microsoft.Authorization/roleAssignments"
  printf '%s' "(!(ActionMatches{'Microsoft.Authorization/roleAssignments/$1'}) OR ($of:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {$roles}" \
    " AND $of:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))"
}

id=$(az ad app list --filter "displayName eq '$name'" --query "[0].appId" --output tsv)
if [ -z "$id" ]; then
  id=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
fi
principal=$(az ad sp list --filter "appId eq '$id'" --query "[0].id" --output tsv)
if [ -z "$principal" ]; then
  principal=$(az ad sp create --id "$id" --query id --output tsv)
fi
if [ -z "$(az ad app federated-credential list --id "$id" --query "[?subject=='$subject'].id" --output tsv)" ]; then
  az ad app federated-credential create --id "$id" --output none --parameters "{
    \"name\": \"github\", \"issuer\": \"https://token.actions.githubusercontent.com\",
    \"audiences\": [\"api://AzureADTokenExchange\"], \"subject\": \"$subject\"
  }"
fi

given() {
  az role assignment list --assignee "$principal" --role "$1" --scope "$scope" --query "[].id" --output tsv
}

give() {
  az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal --scope "$scope" --role "$@" --output none
}

give_once() {
  if [ -z "$(given "$1")" ]; then
    give "$1"
  fi
}

if [ "$1" = what-if ]; then
  if [ -z "$(az role definition list --name "WelWee3D what-if" --query "[].id" --output tsv)" ]; then
    az role definition create --output none --role-definition "{
      \"Name\": \"WelWee3D what-if\", \"Description\": \"Ask what a deployment would change.\", \"AssignableScopes\": [\"$scope\"],
      \"Actions\": [\"Microsoft.Resources/deployments/whatIf/action\", \"Microsoft.Resources/deployments/validate/action\"]
    }"
  fi
  give_once Reader
  give_once "WelWee3D what-if"
else
  give_once Contributor
  # Always anew: one that was given before may have another condition, or none.
  for former in $(given "$administrator"); do
    az role assignment delete --ids "$former"
  done
  give "$administrator" --condition-version 2.0 --condition "$(only write @Request) AND $(only delete @Resource)"
fi

echo "$id"

metadata description = 'Has storage itself delete what has become too old.'

@description('The account.')
param accountName string

@description('The container.')
param containerName string

@description('Why, as the name of the rule.')
param ruleName string

@description('From how many days after it was made on a blob is deleted.')
param days int

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: accountName
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: ruleName
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${containerName}/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterCreationGreaterThan: days }
              }
            }
          }
        }
      ]
    }
  }
}

metadata description = 'The topic of what happens in the account of the scans. Its subscription is infra/subscription.bicep.'

@description('The name of the topic.')
param name string

@description('Where it is.')
param location string

@description('The account of the scans.')
param scansAccountName string

@description('The account of the Functions host, in which events end that could not be delivered.')
param hostAccountName string

@description('The container of those events.')
param deadLettersContainer string

resource scans 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: scansAccountName
}

resource host 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: deadLettersContainer
    }
  }
}

@description('Storage Blob Data Contributor.')
var blobContributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
)

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  identity: { type: 'SystemAssigned' }
  properties: {
    source: scans.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource deadLettersRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host::blobs::deadLetters
  name: guid(host::blobs::deadLetters.id, name, blobContributor)
  properties: {
    roleDefinitionId: blobContributor
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

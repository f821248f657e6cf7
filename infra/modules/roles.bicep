metadata description = 'What the identity of the app may do: each role on the one account, container or queue that needs it.'

@description('The identity of the app.')
param principalId string

@description('The account of the Functions host.')
param hostAccountName string

@description('The account of the records.')
param recordsAccountName string

@description('The account of the scans.')
param scansAccountName string

@description('The account of the ledger.')
param ledgerAccountName string

@description('The container of the export packages, in the account of the records.')
param exportsContainer string

@description('The container of the partial uploads, in the account of the records.')
param partialUploadsContainer string

@description('The container of the scans, in their account.')
param scansContainer string

@description('The queue of files whose trigger failed too often, in the account of the scans.')
param poisonQueue string

@description('The container of the checkpoints, in the account of the ledger.')
param checkpointsContainer string

@description('The vault.')
param vaultName string

@description('The Application Insights component.')
param componentName string

resource host 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource records 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: recordsAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource exports 'containers' existing = {
      name: exportsContainer
    }

    resource partialUploads 'containers' existing = {
      name: partialUploadsContainer
    }
  }
}

resource scans 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: scansAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource files 'containers' existing = {
      name: scansContainer
    }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource poison 'queues' existing = {
      name: poisonQueue
    }
  }
}

resource ledger 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: ledgerAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource checkpoints 'containers' existing = {
      name: checkpointsContainer
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

@description('The roles that are built into Azure.')
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

// The host: the code it starts, its locks, its keys, and the queue of blobs that it works through. Containers and queues it
// makes itself, so it must have the account.
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, roles.blobOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, roles.queueContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource recordsTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records
  name: guid(records.id, roles.tableContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource recordsExports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records::blobs::exports
  name: guid(records::blobs::exports.id, roles.blobContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource recordsPartialUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records::blobs::partialUploads
  name: guid(records::blobs::partialUploads.id, roles.blobContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// Told by Event Grid, the trigger reads the file, and leaves word of one that it gave up: of the account itself it asks nothing.
resource scansFiles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scans::blobs::files
  name: guid(scans::blobs::files.id, roles.blobContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource scansPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scans::queueService::poison
  name: guid(scans::queueService::poison.id, roles.queueContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource ledgerTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: ledger
  name: guid(ledger.id, roles.tableContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource ledgerCheckpoints 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: ledger::blobs::checkpoints
  name: guid(ledger::blobs::checkpoints.id, roles.blobContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource vaultSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, roles.secretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: component
  name: guid(component.id, roles.metricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

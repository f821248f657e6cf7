metadata description = 'Who read a key or a file, and who wrote proof, past the app or by it: the vault and two accounts tell the workspace. What they tell names ids, and whoever signed in.'

@description('The workspace.')
param workspaceName string

@description('The vault.')
param vaultName string

@description('The account of the scans.')
param scansAccountName string

@description('The account of the ledger.')
param ledgerAccountName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource scans 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: scansAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource ledger 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: ledgerAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }

  resource rows 'tableServices' existing = {
    name: 'default'
  }
}

@description('What changes something.')
var changes = [
  { category: 'StorageDelete', enabled: true }
  { category: 'StorageWrite', enabled: true }
]

resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'access'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

resource ofScans 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: scans::blobs
  name: 'access'
  properties: {
    workspaceId: workspace.id
    logs: [...changes, { category: 'StorageRead', enabled: true }]
  }
}

resource ofCheckpoints 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: ledger::blobs
  name: 'access'
  properties: {
    workspaceId: workspace.id
    logs: changes
  }
}

resource ofChain 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: ledger::rows
  name: 'access'
  properties: {
    workspaceId: workspace.id
    logs: changes
  }
}

metadata description = 'A storage account that nobody reaches by a key, and that keeps nothing longer than it is told to.'

@description('The name of the account.')
param name string

@description('Where it is.')
param location string

@description('What it holds, for people who look at the resource group.')
param holds string

@description('The tables in it.')
param tables string[]

@description('The containers in it.')
param containers string[]

@description('The queues in it.')
param queues string[] = []

@description('For how many days a deleted blob can be recovered; without, it cannot.')
@minValue(1)
@maxValue(365)
param recoveryDays int?

@description('Whether Defender for Storage scans what is uploaded. It would be one more processor of the data.')
param malwareScanning bool

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: { holds: holds }
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
    }
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    changeFeed: { enabled: false }
    containerDeleteRetentionPolicy: { enabled: false }
    deleteRetentionPolicy: recoveryDays == null ? { enabled: false } : { enabled: true, days: recoveryDays }
    isVersioningEnabled: false
    restorePolicy: { enabled: false }
  }

  resource container 'containers' = [
    for each in containers: {
      name: each
      properties: { publicAccess: 'None' }
    }
  ]
}

resource rows 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' = {
  parent: account
  name: 'default'

  resource table 'tables' = [
    for each in tables: {
      name: each
    }
  ]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2026-06-01' = if (!empty(queues)) {
  parent: account
  name: 'default'

  resource queue 'queues' = [
    for each in queues: {
      name: each
    }
  ]
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  scope: account
  name: 'current'
  properties: {
    isEnabled: malwareScanning
    malwareScanning: {
      onUpload: { isEnabled: malwareScanning }
    }
    overrideSubscriptionLevelSettings: true
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

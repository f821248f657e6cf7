metadata description = 'The vault of the two keys that the app has. What is in it is put there by infra/hooks/secrets.sh, never by a template.'

@description('The name of the vault.')
param name string

@description('Where it is.')
param location string

@description('Whether one of that name was deleted, and is brought back with what is in it. Azure makes no other for 90 days.')
param recovered bool

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  properties: {
    createMode: recovered ? 'recover' : 'default'
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: 'Enabled'
  }
}

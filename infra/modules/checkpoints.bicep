metadata description = 'Lets nobody change or delete a checkpoint for as long as certificates must prove anything.'

@description('The account of the ledger, in which the container is.')
param accountName string

@description('The container.')
param containerName string

@description('For how many days after it was written a blob stays as it is.')
param days int

// The policy begins unlocked. A template cannot lock it, infra/hooks/lock-checkpoints.sh does.
resource policy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = {
  name: '${accountName}/default/${containerName}/default'
  properties: {
    allowProtectedAppendWrites: false
    allowProtectedAppendWritesAll: false
    immutabilityPeriodSinceCreationInDays: days
  }
}

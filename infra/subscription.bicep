metadata description = 'Tells the app of each file that has come into the container of the scans. The second step: the key of the webhook exists once the code runs. It is looked up here, by Azure itself, and goes through no hands.'

@description('The function app.')
param appName string

@description('The topic of the account of the scans.')
param topicName string

@description('The container of the scans.')
param scansContainer string = 'scans'

@description('The account in which events end that could not be delivered for a day.')
param hostAccountName string

@description('The container of those events.')
param deadLettersContainer string = 'dead-letters'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource host 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: hostAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName

  resource subscription 'eventSubscriptions' = {
    name: 'record-scan'
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.RecordScan&code=${listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension}'
        }
      }
      filter: {
        subjectBeginsWith: '/blobServices/default/containers/${scansContainer}/'
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        advancedFilters: [
          {
            operatorType: 'StringIn'
            key: 'data.api'
            values: ['PutBlob', 'PutBlockList', 'CopyBlob']
          }
          {
            operatorType: 'StringIn'
            key: 'data.blobType'
            values: ['BlockBlob']
          }
        ]
      }
      retryPolicy: {
        maxDeliveryAttempts: 30
        eventTimeToLiveInMinutes: 1440
      }
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: host.id
            blobContainerName: deadLettersContainer
          }
        }
      }
    }
  }
}

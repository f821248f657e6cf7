metadata description = 'Asks the app from outside, at intervals, whether all is well.'

@description('Where the test is kept.')
param location string

@description('The Application Insights component that the answers are kept in.')
param componentName string

@description('The host name of the app.')
param appHostName string

@description('Who is told, as a group.')
param peopleName string

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: peopleName
}

resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${component.id}': 'Resource' }
  properties: {
    Name: 'health'
    SyntheticMonitorId: 'health'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-fr-pra-edge' }
    ]
    Request: {
      HttpVerb: 'GET'
      RequestUrl: 'https://${appHostName}/api/health'
      FollowRedirects: false
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource healthFails 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'health-fails'
  location: 'global'
  properties: {
    description: 'Seen from two places, api/health does not answer that all is well. docs/operating.md#health-fails'
    enabled: true
    severity: 1
    scopes: [component.id, health.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: component.id
      webTestId: health.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

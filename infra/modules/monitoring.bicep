metadata description = 'Application Insights and its workspace. Neither takes a key, and of who asks the app neither keeps an IP address or a link.'

@description('The name of the workspace.')
param workspaceName string

@description('The name of the Application Insights component.')
param componentName string

@description('Where they are.')
param location string

@description('How much the workspace takes in a day, in GB: what goes wrong must not cost without end.')
param dailyQuotaGb int

@description('The rule by which what comes in is changed before it is kept.')
param redactionId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    features: { disableLocalAuth: true }
    workspaceCapping: { dailyQuotaGb: dailyQuotaGb }
    defaultDataCollectionRuleResourceId: redactionId
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: componentName
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    RetentionInDays: 90
    DisableIpMasking: false
    DisableLocalAuth: true
  }
}

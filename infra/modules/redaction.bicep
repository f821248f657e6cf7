metadata description = 'Cuts the secret out of single-purpose links before the workspace keeps it, and what is told of browsers. The Functions host writes spans of its own, with the path and the browser of each request, which the app cannot change.'

@description('The name of the rule.')
param name string

@description('Where it is: where the workspace is.')
param location string

@description('The name of the workspace.')
param workspaceName string

@description('The parts of a path after which a secret follows.')
var before = ['confirm', 'consent', 'exports', 'follow', 'notices', 'proof', 'quote']

// Of KQL a rule understands a part only: replace_regex is not in it.
@description('Of an address what comes before the secret.')
var harmless = '(?i)^(.*?/(?:${join(before, '|')})/)'

@description('What may hold the path of a request, in each table: its address, and its name where no route was found.')
var columns = {
  AppDependencies: ['Data', 'Name', 'OperationName']
  AppExceptions: ['OperationName']
  AppRequests: ['Url', 'Name', 'OperationName']
  AppTraces: ['Message', 'OperationName']
}

@description('What is made of the browser that asked: beside the id of an order it would tell whose telephone that was.')
var ofBrowser = ['ClientBrowser', 'ClientModel', 'ClientOS']

// The rule names the workspace, and the workspace the rule: the first time it is made here, and all that it is follows in
// monitoring.bicep.
@onlyIfNotExists()
resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
  }
}

resource rule 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: name
  location: location
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: workspace.id
        }
      ]
    }
    dataFlows: [
      for each in items(columns): {
        streams: ['Microsoft-Table-${each.key}']
        destinations: ['workspace']
        transformKql: 'source | extend ${join(map(each.value, column => '${column} = iif(${column} matches regex @"${harmless}", extract(@"${harmless}", 1, ${column}), ${column})'), ', ')}, ${join(map(ofBrowser, column => '${column} = ""'), ', ')}'
      }
    ]
  }
}

@description('The rule.')
output id string = rule.id

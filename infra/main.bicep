targetScope = 'subscription'

import { printerSettings } from 'modules/settings.bicep'

metadata description = 'Everything that the backend of Wel & Wee 3D runs on, in one resource group. infra/subscription.bicep follows once the code is there.'

@description('Which of the two this is. They share nothing.')
@allowed(['test', 'production'])
param environmentName string

@description('The region. All of them are in the European Union, and have what is asked for here.')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
param location string = 'westeurope'

@description('What the names begin with that nobody else in Azure may have: those of the app, the vault and the accounts.')
@minLength(3)
@maxLength(7)
param prefix string = 'welwee'

@description('The client id of the app registration that staff sign in to, as infra/scripts/app-registration.sh tells it.')
param staffClientId string

@description('Who letters come from: the sender that SendGrid has verified.')
param mailFrom string

@description('The name beside that address.')
param mailFromName string

@description('Where the practice reads its mail.')
param mailPractice string

@description('Who takes letters to where they go: SendGrid, or a mail server.')
@allowed(['sendgrid', 'smtp'])
param mailService string

@description('Where SendGrid keeps what it is sent.')
@allowed(['eu', 'global'])
param sendGridRegion string

@description('The public key with which SendGrid\'s events are verified; empty where none are taken.')
param sendGridVerification string

@description('The mail server, where there is one.')
param smtpHost string

@description('Who the practice is to the mail server.')
param smtpUser string

@description('The printers that figurines are made for.')
param printers printerSettings[]

@description('Who prints the figurines, as packages name them; empty where the practice does.')
param printer string

@description('Who brings the figurines, as packages name them; empty where that is not always the same one.')
param carrier string

@description('Who hosts the mail of the practice, as the privacy statement names them; empty where it need not.')
param mailHost string

@description('Who hosts the website of the practice, as the privacy statement names them; empty where it does so itself.')
param websiteHost string

@description('Who counts the visits of the website; empty where the app does.')
param analytics string

@description('The websites whose pages may send the form.')
param origins string[]

@description('The pages that a plain HTML form may be sent on to.')
param thanksPages string[]

@description('Whom messages may be forwarded to: each a name and a mail address, as in planning=planning@voorbeeld.nl.')
param colleagues string[]

@description('The mailboxes of the practice, by labels that certificates keep.')
param mailboxes string[]

@description('The paths of the website\'s own pages whose visits are counted.')
param visitedPages string[]

@description('The lines at the head of a quote: who offers it, with its address and its numbers for trade and VAT.')
param quoteSender string[]

@description('Whether VAT is declared under the one-stop-shop scheme: a quote may say so then, and is kept for ten years.')
param oneStopShop bool

@description('The mail address of whoever looks after the app.')
param alertsTo string

@description('What a month may cost, in the currency of the subscription.')
param budget int

@description('The first day of the month in which the budget was made: 2026-12-01.')
param budgetFrom string

@description('For how many days a deleted file of a scan can be recovered. The app counts with the same number.')
@minValue(1)
@maxValue(365)
param recoveryDays int = 7

@description('For how many days a checkpoint stays as it was written: seven years.')
param checkpointDays int = 2557

@description('Whether the policy of the checkpoints is locked already. Azure takes no template of it any more then.')
param checkpointsAreLocked bool

@description('Whether a vault of that name was deleted, and is brought back.')
param vaultIsRecovered bool

@description('From how many days on storage itself deletes a scan: the longest term and the longest hold, 55 years.')
param backstopDays int = 20090

@description('Whether Defender for Storage scans what is uploaded. Microsoft would look into the files: agree with the privacy officer first.')
param malwareScanning bool = false

@description('Whether the key of before is in the vault too, as subjects-former-hmac-key: only while the key is being changed.')
param hmacKeyIsBeingChanged bool = false

@description('Whether that key leaked: then people are found by it, and it opens no link and signs nothing.')
param hmacKeyHasLeaked bool = false

@description('Where telemetry goes besides Application Insights, by OTLP; empty for nowhere else.')
param otlpEndpoint string = ''

@description('What the resources are called.')
var names = {
  app: '${prefix}-${environmentName}'
  component: 'insights-${environmentName}'
  host: '${prefix}host${environmentName}'
  ledger: '${prefix}ledger${environmentName}'
  people: 'whoever-looks-after-the-app'
  records: '${prefix}records${environmentName}'
  redaction: 'links-${environmentName}'
  scans: '${prefix}scans${environmentName}'
  topic: 'scans-${environmentName}'
  vault: 'vault-${prefix}-${environmentName}'
  workspace: 'logs-${environmentName}'
}

@description('The containers: those that the slices register, and two that only the platform uses.')
var containers = {
  checkpoints: 'checkpoints'
  deadLetters: 'dead-letters'
  deployments: 'deployments'
  exports: 'exports'
  partialUploads: 'partial-uploads'
  scans: 'scans'
}

@description('Where the Functions host leaves word of a file whose trigger failed too often, in the account of the file.')
var poisonQueue = 'webjobs-blobtrigger-poison'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${prefix}-${environmentName}'
  location: location
  tags: { 'azd-env-name': environmentName }
}

module redaction 'modules/redaction.bicep' = {
  scope: group
  params: {
    name: names.redaction
    location: location
    workspaceName: names.workspace
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    redactionId: redaction.outputs.id
    workspaceName: names.workspace
    componentName: names.component
    location: location
    dailyQuotaGb: 1
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: names.vault
    location: location
    recovered: vaultIsRecovered
  }
}

module host 'modules/account.bicep' = {
  scope: group
  params: {
    name: names.host
    location: location
    holds: 'host'
    tables: []
    containers: [containers.deadLetters, containers.deployments]
    malwareScanning: false
  }
}

module records 'modules/account.bicep' = {
  scope: group
  params: {
    name: names.records
    location: location
    holds: 'records'
    tables: [
      'AnsweredRequests'
      'Audit'
      'AuditDays'
      'ChainChecks'
      'ContactMessages'
      'ContactSuspects'
      'Disks'
      'Due'
      'KnownSettings'
      'KnownTerms'
      'LastSweep'
      'Letters'
      'LineSubjects'
      'OpenRuns'
      'OrderList'
      'Orders'
      'PrivacyRequests'
      'Quotes'
      'RecipientNotices'
      'Recipients'
      'Reminders'
      'Runs'
      'ScanFiles'
      'Scans'
      'Search'
      'SpentChallenges'
      'Subjects'
      'Unclaimed'
      'Uploads'
      'VisitMonths'
      'Visits'
    ]
    containers: [containers.exports, containers.partialUploads]
    malwareScanning: false
  }
}

module scans 'modules/account.bicep' = {
  scope: group
  params: {
    name: names.scans
    location: location
    holds: 'scans'
    tables: []
    containers: [containers.scans]
    queues: [poisonQueue]
    recoveryDays: recoveryDays
    malwareScanning: malwareScanning
  }
}

module ledger 'modules/account.bicep' = {
  scope: group
  params: {
    name: names.ledger
    location: location
    holds: 'ledger'
    tables: ['AskedErasures', 'Certificates', 'DestructionTasks', 'Ledger', 'MailboxTasks', 'RecoveryWindows']
    containers: [containers.checkpoints]
    malwareScanning: false
  }
}

module checkpoints 'modules/checkpoints.bicep' = if (!checkpointsAreLocked) {
  scope: group
  params: {
    accountName: names.ledger
    containerName: containers.checkpoints
    days: checkpointDays
  }
  dependsOn: [ledger]
}

// The last backstop, should the app ever not have destroyed it.
module backstop 'modules/lifecycle.bicep' = {
  scope: group
  params: {
    accountName: names.scans
    containerName: containers.scans
    ruleName: 'older-than-any-promise'
    days: backstopDays
  }
  dependsOn: [scans]
}

// An event names a file, and a file that belongs to no order may be called anything.
module deadLetters 'modules/lifecycle.bicep' = {
  scope: group
  params: {
    accountName: names.host
    containerName: containers.deadLetters
    ruleName: 'undelivered-for-a-month'
    days: 30
  }
  dependsOn: [host]
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: names.app
    location: location
    hostAccountName: names.host
    deploymentContainer: containers.deployments
    instanceMemoryMB: 2048
    maximumInstanceCount: 40
  }
  dependsOn: [host]
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    principalId: app.outputs.principalId
    hostAccountName: names.host
    recordsAccountName: names.records
    scansAccountName: names.scans
    ledgerAccountName: names.ledger
    exportsContainer: containers.exports
    partialUploadsContainer: containers.partialUploads
    scansContainer: containers.scans
    poisonQueue: poisonQueue
    checkpointsContainer: containers.checkpoints
    vaultName: names.vault
    componentName: names.component
  }
  dependsOn: [host, records, scans, ledger, vault, monitoring]
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    appName: names.app
    appHostName: app.outputs.hostName
    hostAccountName: names.host
    recordsAccountName: names.records
    scansAccountName: names.scans
    ledgerAccountName: names.ledger
    vaultName: names.vault
    componentName: names.component
    hmacKeyIsBeingChanged: hmacKeyIsBeingChanged
    hmacKeyHasLeaked: hmacKeyHasLeaked
    otlpEndpoint: otlpEndpoint
    staffClientId: staffClientId
    mailFrom: mailFrom
    mailFromName: mailFromName
    mailPractice: mailPractice
    mailService: mailService
    sendGridRegion: sendGridRegion
    sendGridVerification: sendGridVerification
    smtpHost: smtpHost
    smtpUser: smtpUser
    printer: printer
    carrier: carrier
    origins: origins
    thanksPages: thanksPages
    mailHost: mailHost
    websiteHost: websiteHost
    analytics: analytics
    printers: printers
    colleagues: colleagues
    mailboxes: mailboxes
    visitedPages: visitedPages
    quoteSender: quoteSender
    oneStopShop: oneStopShop
    recoveryDays: recoveryDays
  }
  dependsOn: [roles]
}

module events 'modules/events.bicep' = {
  scope: group
  params: {
    name: names.topic
    location: location
    scansAccountName: names.scans
    hostAccountName: names.host
    deadLettersContainer: containers.deadLetters
  }
  dependsOn: [host, scans]
}

module access 'modules/access.bicep' = {
  scope: group
  params: {
    workspaceName: names.workspace
    vaultName: names.vault
    scansAccountName: names.scans
    ledgerAccountName: names.ledger
  }
  dependsOn: [monitoring, vault, scans, ledger]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    componentName: names.component
    workspaceName: names.workspace
    topicName: names.topic
    peopleName: names.people
    alertsTo: alertsTo
  }
  dependsOn: [monitoring, events]
}

module health 'modules/health.bicep' = {
  scope: group
  params: {
    location: location
    componentName: names.component
    appHostName: app.outputs.hostName
    peopleName: names.people
  }
  dependsOn: [alerts]
}

module spending 'modules/budget.bicep' = {
  scope: group
  params: {
    amount: budget
    from: budgetFrom
    alertsTo: alertsTo
  }
}

@description('The resource group, for the hooks.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app.')
output FUNCTION_APP_NAME string = names.app

@description('The address of the app.')
output BACKEND_URL string = 'https://${app.outputs.hostName}'

@description('The account of the Functions host.')
output HOST_ACCOUNT string = names.host

@description('The account of the ledger.')
output LEDGER_ACCOUNT string = names.ledger

@description('The topic of the account of the scans.')
output SCANS_TOPIC string = names.topic

@description('The vault.')
output VAULT string = names.vault

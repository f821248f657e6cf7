metadata description = 'What the app is told. Each deployment replaces all of it.'

@description('The name of the function app.')
param appName string

@description('The host name at which it answers.')
param appHostName string

@description('The account of the Functions host.')
param hostAccountName string

@description('The account of the records.')
param recordsAccountName string

@description('The account of the scans.')
param scansAccountName string

@description('The account of the ledger.')
param ledgerAccountName string

@description('The vault.')
param vaultName string

@description('The Application Insights component.')
param componentName string

@description('Where telemetry goes besides Application Insights, by OTLP; empty for nowhere else.')
param otlpEndpoint string

@description('Whether the key of before is in the vault too: people are found under both while the key is being changed.')
param hmacKeyIsBeingChanged bool

@description('Whether the key of before leaked: then people are found by it, and it opens no link and signs nothing.')
param hmacKeyHasLeaked bool

@description('The client id of the app registration that staff sign in to.')
param staffClientId string

@description('Who letters come from.')
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

@export()
@description('The settings of a printer by their names: all that follows Printers__0__.')
type printerSettings = {
  @description('Each as text.')
  *: string
}

@description('The printers that figurines are made for.')
param printers printerSettings[]

@description('Who prints the figurines; empty where the practice does.')
param printer string

@description('Who brings the figurines; empty where that is not always the same one.')
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

@description('The lines at the head of a quote.')
param quoteSender string[]

@description('Whether VAT is declared under the one-stop-shop scheme.')
param oneStopShop bool

@description('For how many days the account of the scans can recover a deleted blob.')
param recoveryDays int

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource ledger 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: ledgerAccountName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

@description('How the addresses of storage end in this cloud.')
var suffix = environment().suffixes.storage

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD'
    APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
    AzureWebJobsDisableHomepage: 'true'
    AzureWebJobsStorage__accountName: hostAccountName
    AzureWebJobsStorage__credential: 'managedidentity'
    Contact__PerMinute: '30'
    Contact__RequireProof: 'true'
    Contact__TotalPerMinute: '300'
    Contact__TrustedProxies: '1'
    DOTNET_TieredPGO: '0'
    Ledger__blobServiceUri: 'https://${ledgerAccountName}.blob.${suffix}'
    Ledger__resourceId: ledger.id
    Ledger__tableServiceUri: 'https://${ledgerAccountName}.table.${suffix}'
    Mail__AppAddress: 'https://${appHostName}'
    Mail__From: mailFrom
    Mail__FromName: mailFromName
    Mail__IncludeContent: 'false'
    Mail__Practice: mailPractice
    Mail__Service: mailService
    OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
    OTEL_TRACES_SAMPLER_ARG: '1.0'
    Quotes__OneStopShop: oneStopShop ? 'true' : 'false'
    Recipients__Analytics: analytics
    Recipients__Carrier: carrier
    Recipients__Hosting: 'Microsoft Azure'
    Recipients__Mail: mailService == 'smtp' ? smtpHost : 'Twilio SendGrid'
    Recipients__MailHost: mailHost
    Recipients__Printer: printer
    Recipients__Website: websiteHost
    Records__blobServiceUri: 'https://${recordsAccountName}.blob.${suffix}'
    Records__tableServiceUri: 'https://${recordsAccountName}.table.${suffix}'
    Retention__RecoveryDays: string(recoveryDays)
    Runs__AnswerWithin: '00:01:00'
    Scans__blobServiceUri: 'https://${scansAccountName}.blob.${suffix}'
    Scans__queueServiceUri: 'https://${scansAccountName}.queue.${suffix}'
    Staff__Audience: staffClientId
    Staff__Authority: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    Storage__Patience: '00:00:03'
    Subjects__HmacKey: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=subjects-hmac-key)'
    Visits__PerMinute: '600'
    ...toObject(range(0, length(colleagues)), i => 'Contact__Colleagues__${i}', i => colleagues[i])
    ...toObject(range(0, length(mailboxes)), i => 'Mail__Mailboxes__${i}', i => mailboxes[i])
    ...toObject(range(0, length(origins)), i => 'Contact__Origins__${i}', i => origins[i])
    ...toObject(range(0, length(thanksPages)), i => 'Contact__ThanksPages__${i}', i => thanksPages[i])
    ...toObject(
      flatten(map(
        range(0, length(printers)),
        i => map(items(printers[i]), each => { name: 'Printers__${i}__${each.key}', value: each.value })
      )),
      setting => setting.name,
      setting => setting.value
    )
    ...toObject(range(0, length(quoteSender)), i => 'Quotes__Sender__${i}', i => quoteSender[i])
    ...toObject(range(0, length(visitedPages)), i => 'Visits__Pages__${i}', i => visitedPages[i])
    ...(empty(sendGridVerification) ? {} : { Mail__SendGridVerification: sendGridVerification })
    ...(mailService == 'smtp'
      ? {
          Mail__SmtpHost: smtpHost
          Mail__SmtpPort: '587'
          Mail__SmtpSecurity: 'starttls'
          ...(empty(smtpUser)
            ? {}
            : {
                Mail__SmtpPassword: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=smtp-password)'
                Mail__SmtpUser: smtpUser
              })
        }
      : {
          Mail__SendGridKey: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=sendgrid-key)'
          Mail__SendGridRegion: sendGridRegion
        })
    ...(hmacKeyIsBeingChanged
      ? {
          Subjects__FormerHmacKey: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=subjects-former-hmac-key)'
          Subjects__FormerHmacKeyLeaked: '${hmacKeyHasLeaked}'
        }
      : {})
    ...(empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint })
  }
}

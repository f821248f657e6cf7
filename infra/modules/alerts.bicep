metadata description = 'Who is told of what. Each alert bears the name of the section of docs/operating.md that says what to do.'

@description('Where the rules are kept.')
param location string

@description('The Application Insights component that the rules ask.')
param componentName string

@description('The workspace of that component.')
param workspaceName string

@description('The topic of the account of the scans.')
param topicName string

@description('Who is told, as a group.')
param peopleName string

@description('The mail address of whoever looks after the app.')
param alertsTo string

@description('A question that is asked of the telemetry at intervals, and the answer that is an alarm.')
type question = {
  @description('The heading of docs/operating.md, as its address.')
  name: string

  @description('What has happened, in a sentence.')
  says: string

  @description('The query. Its answer is one row with a column value.')
  query: string

  @description('How far back it looks: further than to the last time, for what happens arrives minutes later.')
  window: string

  @description('How often it is asked.')
  every: string

  @description('Whether the alarm is a value of less than 1, and not one of more than 0.')
  isAbsence: bool

  @description('Whether it is asked of the workspace itself, which the component does not know of.')
  isOfWorkspace: bool?
}

@description('Of what stands at a moment the newest value counts; that there is one, figures-stay-away looks after.')
var newest = 'top 1 by timestamp desc | project value = valueSum'

@description('What is asked.')
var questions question[] = [
  {
    name: 'no-complete-sweep-for-26-hours'
    says: 'For 26 hours no sweep has destroyed all that was due.'
    query: 'customMetrics | where name == "welwee.sweeps" and timestamp > ago(26h) | summarize value = sumif(valueSum, tostring(customDimensions.complete) == "true")'
    window: 'P2D'
    every: 'PT1H'
    isAbsence: true
  }
  {
    name: 'an-incomplete-run'
    says: 'A sweep has left something that was due.'
    query: 'customMetrics | where name == "welwee.sweeps" | summarize value = sumif(valueSum, tostring(customDimensions.complete) == "false")'
    window: 'PT2H'
    every: 'PT1H'
    isAbsence: false
  }
  {
    name: 'a-destruction-past-its-day'
    says: 'A copy on a disk should have been destroyed by now, and nobody has confirmed that.'
    query: 'customMetrics | where name == "welwee.destruction_tasks.overdue" | ${newest}'
    window: 'P2D'
    every: 'PT1H'
    isAbsence: false
  }
  {
    name: 'a-poison-blob'
    says: 'A file has failed five times to be recorded, and is tried no more.'
    query: 'customMetrics | where name == "welwee.blobs.poisoned" | ${newest}'
    window: 'PT1H'
    every: 'PT15M'
    isAbsence: false
  }
  {
    name: 'figures-stay-away'
    says: 'For 26 hours no morning has told people what they have to do, or nothing has counted the open destructions; or for two hours nothing has counted the files that were given up.'
    query: 'customMetrics | where (name in ("welwee.mornings", "welwee.destruction_tasks.overdue") and timestamp > ago(26h)) or (name == "welwee.blobs.poisoned" and timestamp > ago(2h)) | summarize value = iff(dcount(name) < 3, 1.0, 0.0)'
    window: 'P2D'
    every: 'PT1H'
    isAbsence: false
  }
  {
    name: 'the-daily-cap-is-reached'
    says: 'The workspace takes nothing more today: what happens now is seen by no alert that asks the telemetry.'
    query: '_LogOperation | where Category =~ "Ingestion" and Detail contains "OverQuota" | summarize value = count()'
    window: 'PT1H'
    every: 'PT15M'
    isAbsence: false
    isOfWorkspace: true
  }
  {
    name: 'letters-given-up'
    says: 'A letter could not be sent for a day, and was given up.'
    query: 'customMetrics | where name == "welwee.letters.given_up" | summarize value = sum(valueSum)'
    window: 'PT2H'
    every: 'PT1H'
    isAbsence: false
  }
  {
    name: 'sendgrid-refuses'
    says: 'SendGrid does not take our key, or not our letters: nothing is sent.'
    query: 'customMetrics | where name == "welwee.letters.refused" | summarize value = sumif(valueSum, tostring(customDimensions.status) in ("401", "403"))'
    window: 'PT30M'
    every: 'PT15M'
    isAbsence: false
  }
  {
    name: 'answers-of-5xx'
    says: 'The app has answered that the fault is its own.'
    query: 'requests | where toint(resultCode) >= 500 | summarize value = count()'
    window: 'PT30M'
    every: 'PT15M'
    isAbsence: false
  }
  {
    name: 'the-chain-does-not-verify'
    says: 'The chain of certificates, or a checkpoint, is not what it was; or nobody has looked for 26 hours.'
    query: 'customMetrics | where name == "welwee.chain.verified" and timestamp > ago(26h) | summarize value = iff(count() == 0, 1.0, sumif(valueSum, tostring(customDimensions.whole) == "false"))'
    window: 'P2D'
    every: 'PT1H'
    isAbsence: false
  }
]

@description('The page that says what to do.')
var page = 'docs/operating.md'

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: peopleName
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'WelWee3D'
    emailReceivers: [
      {
        name: 'mail'
        emailAddress: alertsTo
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for each in questions: {
    name: each.name
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: each.name
      description: '${each.says} ${page}#${each.name}'
      enabled: true
      severity: 1
      scopes: [each.?isOfWorkspace ?? false ? workspace.id : component.id]
      evaluationFrequency: each.every
      windowSize: each.window
      autoMitigate: true
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: each.query
            metricMeasureColumn: 'value'
            timeAggregation: 'Maximum'
            operator: each.isAbsence ? 'LessThan' : 'GreaterThan'
            threshold: each.isAbsence ? 1 : 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]

// An event that was refused, or could not be delivered for a day, is a file that was never looked at.
resource undelivered 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'a-file-that-the-app-was-not-told-of'
  location: 'global'
  properties: {
    description: 'The app could not be told of a file, or refused to be. ${page}#a-file-that-the-app-was-not-told-of'
    enabled: true
    severity: 1
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

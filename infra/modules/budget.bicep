metadata description = 'Who is told when a month costs, or will cost, more than was meant. Nothing stops by itself.'

@description('What a month may cost, in the currency of the subscription.')
param amount int

@description('The first day of the month that the budget begins with. It stays as it was when the budget was made.')
param from string

@description('The mail address of whoever looks after the app.')
param alertsTo string

// A budget has no description: its name is the section of docs/operating.md.
resource spending 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'spending-above-the-budget'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      actual: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [alertsTo]
      }
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [alertsTo]
      }
    }
  }
}

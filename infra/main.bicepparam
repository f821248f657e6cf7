using 'main.bicep'

// What azd deploys: each value is the variable of the azd environment, or else what stands beside it.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param prefix = readEnvironmentVariable('NAME_PREFIX', 'welwee')
param staffClientId = readEnvironmentVariable('STAFF_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param mailFrom = readEnvironmentVariable('MAIL_FROM', '3d@welenweeverloeskundigen.nl')
param mailFromName = readEnvironmentVariable('MAIL_FROM_NAME', 'Wel & Wee – 3D')
param mailPractice = readEnvironmentVariable('MAIL_PRACTICE', '3d@welenweeverloeskundigen.nl')
param sendGridHost = readEnvironmentVariable('SENDGRID_HOST', 'https://api.eu.sendgrid.com')
param printer = readEnvironmentVariable('PRINTER', '')
param carrier = readEnvironmentVariable('CARRIER', '')
param mailHost = readEnvironmentVariable('MAIL_HOST', '')
param websiteHost = readEnvironmentVariable('WEBSITE_HOST', 'IdeeMedia')
param analytics = readEnvironmentVariable('ANALYTICS', '')
param origins = split(readEnvironmentVariable('ORIGINS', 'https://www.welenweeverloeskundigen.nl'), ',')
param thanksPages = split(
  readEnvironmentVariable('THANKS_PAGES', 'https://www.welenweeverloeskundigen.nl/bedankt'),
  ','
)
param printers = json(readEnvironmentVariable('PRINTERS', '[]'))
param visitedPages = split(readEnvironmentVariable('VISITED_PAGES', '/'), ',')
param alertsTo = readEnvironmentVariable('ALERTS_TO', '3d@welenweeverloeskundigen.nl')
param budget = int(readEnvironmentVariable('BUDGET', '50'))
param budgetFrom = readEnvironmentVariable('BUDGET_FROM', '2026-12-01')
param checkpointsAreLocked = bool(readEnvironmentVariable('CHECKPOINTS_ARE_LOCKED', 'false'))
param hmacKeyIsBeingChanged = bool(readEnvironmentVariable('HMAC_KEY_IS_BEING_CHANGED', 'false'))
param otlpEndpoint = readEnvironmentVariable('OTEL_EXPORTER_OTLP_ENDPOINT', '')

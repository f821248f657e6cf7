using 'subscription.bicep'

// The outputs of main.bicep, as azd hands them to infra/hooks/subscribe.sh.
param appName = readEnvironmentVariable('FUNCTION_APP_NAME', 'welwee-test')
param topicName = readEnvironmentVariable('SCANS_TOPIC', 'scans-test')
param hostAccountName = readEnvironmentVariable('HOST_ACCOUNT', 'welweehosttest')

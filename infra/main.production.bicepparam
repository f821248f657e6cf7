using 'main.bicep'
extends 'main.bicepparam'

param environmentName = 'production'

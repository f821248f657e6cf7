using 'main.bicep'
extends 'main.bicepparam'

param environmentName = 'test'

using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>Each property that a check looks at, and that no change of <see cref="BrokenDeployments"/> has, is seen when it is otherwise.</summary>
public sealed class ExpectedPropertiesTests
{
    [Theory]
    [InlineData("Microsoft.Web/serverfarms", "plan-welwee-production", "sku.tier", "\"Dynamic\"")]
    [InlineData("Microsoft.Web/serverfarms", "plan-welwee-production", "properties.reserved", "false")]
    [InlineData("Microsoft.Web/sites", "welwee-production", "identity.type", "\"None\"")]
    [InlineData("Microsoft.Web/sites", "welwee-production", "properties.siteConfig.scmMinTlsVersion", "\"1.0\"")]
    [InlineData("Microsoft.Web/sites", "welwee-production", "properties.functionAppConfig.runtime.name", "\"node\"")]
    [InlineData("Microsoft.Web/sites", "welwee-production", "properties.functionAppConfig.deployment.storage.authentication.type", "\"StorageAccountConnectionString\"")]
    [InlineData("Microsoft.Web/sites", "welwee-production", "properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB", "4096")]
    [InlineData("Microsoft.KeyVault/vaults", "vault-welwee-production", "properties.enableRbacAuthorization", "false")]
    [InlineData("Microsoft.KeyVault/vaults", "vault-welwee-production", "properties.softDeleteRetentionInDays", "7")]
    [InlineData("Microsoft.Insights/components", "insights-production", "properties.DisableLocalAuth", "false")]
    [InlineData("Microsoft.Insights/components", "insights-production", "properties.RetentionInDays", "30")]
    [InlineData(Deployment.Accounts, "welweerecordsproduction", "sku.name", "\"Standard_LRS\"")]
    [InlineData(Deployment.Accounts, "welweerecordsproduction", "properties.supportsHttpsTrafficOnly", "false")]
    [InlineData(Deployment.Accounts, "welweescansproduction", "properties.immutableStorageWithVersioning", "true")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "welweerecordsproduction/default", "properties.deleteRetentionPolicy.days", "7")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies", "default", "properties.allowProtectedAppendWritesAll", "true")]
    [InlineData("Microsoft.Security/defenderForStorageSettings", "current", "properties.malwareScanning.onUpload.isEnabled", "true")]
    [InlineData("Microsoft.Security/defenderForStorageSettings", "current", "properties.sensitiveDataDiscovery.isEnabled", "true")]
    public void Otherwise_than_expected_is_seen(string type, string name, string path, string other)
    {
        var snapshot = InfraChecks.Snapshot("main.production");
        new Changed(snapshot).Set(type, name, path, JsonNode.Parse(other));

        var fault = Assert.Single(InfraChecks.Faults(snapshot, AppFacts.OfCode));

        Assert.Contains($": {path} is {other.Trim('"')}, not ", fault, StringComparison.Ordinal);
    }
}

using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Retention;

/// <summary>A policy that protects nothing is told; in Azure, of which a stand-in answers here as its documentation says.</summary>
public sealed class CheckpointPolicyTests
{
    private const string Account = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/ledger";

    [Theory]
    [InlineData("true", 200, """{"properties":{"immutabilityPolicy":{"properties":{"state":"Locked"}}}}""", "locked")]
    [InlineData("true", 200, """{"properties":{"immutabilityPolicy":{"properties":{"state":"Unlocked"}}}}""", "unlocked")]
    [InlineData("true", 200, """{"properties":{"hasImmutabilityPolicy":false}}""", "absent")]
    [InlineData("false", 200, """{"properties":{"immutabilityPolicy":{"properties":{"state":"Locked"}}}}""", "absent")]
    [InlineData("true", 200, """{"properties":{"immutabilityPolicy":{"properties":{"state":"Tomorrow's"}}}}""", "unreadable")]
    [InlineData("true", 200, "{}", "unreadable")]
    [InlineData("true", 403, "{}", "unreadable")]
    [InlineData("true", 404, "{}", "unreadable")]
    public async Task The_policy_is_told_as_it_is(string has, int status, string answer, string told)
    {
        var azure = new Azure(has, status, answer);

        Assert.Equal(told, await Policy(azure, Account).State(default));
        Assert.All(azure.Asked.Where(uri => uri.Host == "management.azure.com"), uri =>
            Assert.StartsWith($"{Account}/blobServices/default/containers/checkpoints?api-version=", uri.PathAndQuery, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_account_s_resource_id_it_cannot_be_told_to_be_locked()
    {
        var azure = new Azure("true", 200, "{}");

        Assert.Equal("unreadable", await Policy(azure, account: null).State(default));
        Assert.DoesNotContain(azure.Asked, uri => uri.Host == "management.azure.com");
    }

    [Fact]
    public async Task A_container_that_does_not_answer_is_told_too() =>
        Assert.Equal("unreadable", await Policy(new Azure(has: null, 200, "{}"), Account).State(default));

    [Fact]
    public async Task On_the_emulator_there_is_none()
    {
        await using var world = await World.Start();

        var answer = await Answer.Of<Health>(world, (health, request) => health.Run(request, default));

        Assert.Contains("\"checkpoints\":{\"policy\":\"none on the emulator\"}", answer.Body, StringComparison.Ordinal);
    }

    private static CheckpointPolicy Policy(Azure azure, string? account)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Ledger:blobServiceUri", "https://ledger.blob.core.windows.net"), new("Ledger:resourceId", account)]).Build();
        return new(settings, new StorageAccounts(settings, azure, new SignedIn()), new FakeTimeProvider());
    }

    /// <param name="has">What storage says of the container; null when it refuses.</param>
    private sealed class Azure(string? has, int status, string answer) : HttpPipelineTransport
    {
        public List<Uri> Asked { get; } = [];

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException("The app waits for nothing.");

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Asked.Add(message.Request.Uri.ToUri());
            message.Response = Asked[^1].Host == "management.azure.com" ? new MadeResponse(status, answer)
                : has is null ? new MadeResponse(403, "", ("x-ms-error-code", "AuthorizationFailure"))
                : new MadeResponse(200, "", ("x-ms-has-immutability-policy", has), ("Last-Modified", "Sun, 22 Nov 2026 08:00:00 GMT"), ("ETag", "\"0x1\""));
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SignedIn : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}

using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.Retention;

/// <summary>
/// Whether the policy of the checkpoints' container keeps them: one that is unlocked can be taken away by whoever may change
/// the account. Storage itself says whether there is a policy; whether it is locked only the resource manager tells.
/// </summary>
public sealed class CheckpointPolicy(IConfiguration configuration, StorageAccounts accounts, TimeProvider clock)
{
    public const string Locked = "locked";
    public const string Unlocked = "unlocked";
    public const string Absent = "absent";
    public const string Unreadable = "unreadable";
    public const string OnEmulator = "none on the emulator";

    /// <summary>The resource id of the account; without it a policy cannot be told to be locked.</summary>
    private const string Setting = $"{Accounts.Ledger}:resourceId";

    private const string ApiVersion = "2023-05-01";

    // Less than whoever asks about the app's health waits for all of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string? account = configuration[Setting];

    /// <returns>One of the words above.</returns>
    public async Task<string> State(CancellationToken cancellation)
    {
        if (accounts.IsEmulator(Accounts.Ledger))
            return OnEmulator;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            BlobContainerProperties container = await accounts.Blobs(Accounts.Ledger)
                .GetBlobContainerClient(Checkpoints.ContainerName).GetPropertiesAsync(cancellationToken: either.Token);
            if (container.HasImmutabilityPolicy is false)
                return Absent;
            return account is { Length: > 0 } ? await Managed(account, either.Token) : Unreadable;
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested
            && failed is RequestFailedException or AuthenticationFailedException or OperationCanceledException or AggregateException or JsonException)
        {
            return Unreadable;
        }
    }

    private async Task<string> Managed(string account, CancellationToken cancellation)
    {
        var management = accounts.Management();
        using var message = management.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri(
            $"{StorageAccounts.ManagementAddress}/{account.Trim('/')}/blobServices/default/containers/{Checkpoints.ContainerName}?api-version={ApiVersion}"));
        await management.SendAsync(message, cancellation);
        return message.Response.Status == 200 ? Read(message.Response.Content) : Unreadable;
    }

    private static string Read(BinaryData container)
    {
        using var json = JsonDocument.Parse(container);
        if (!json.RootElement.TryGetProperty("properties", out var said))
            return Unreadable;
        if (!said.TryGetProperty("immutabilityPolicy", out var policy) || !policy.TryGetProperty("properties", out var properties))
            return Absent;
        return properties.TryGetProperty("state", out var state) ? state.GetString() switch
        {
            "Locked" => Locked,
            "Unlocked" => Unlocked,
            _ => Unreadable,
        } : Unreadable;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Signs each try afresh: the service refuses a date of more than some minutes ago.</summary>
internal sealed class SharedKeyPolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
#pragma warning disable RS0030 // The service compares the date with its own clock, whatever the app's clock says.
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        // No request has a comp parameter, so the resource is the path alone. An emulator's path has the account too.
        var stringToSign = $"{date}\n/{account}{message.Request.Uri.ToUri().AbsolutePath}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{signature}");
    }
}

using Microsoft.AspNetCore.Http;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>
/// What a caller sends along to be able to repeat a request without sending the message twice. The id of the message
/// follows from the key and the day, so that a repeated request meets its own record.
/// </summary>
public sealed record IdempotencyKey(string Value)
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>False when there is a header that is no key; null and true when there is none.</summary>
    public static bool TryRead(HttpRequest request, out IdempotencyKey? key)
    {
        var values = request.Headers[Header];
        key = values is [{ Length: > 0 and <= MaxLength } value] && value.All(sign => sign is >= '!' and <= '~') ? new(value) : null;
        return key is not null || values.Count == 0;
    }

    public Id MessageOn(DateOnly day, SubjectKeys keys) =>
        Id.From(Amsterdam.StartOf(day), keys.Seed("idempotency", Value));
}

namespace WelWee3D.Mail;

/// <summary>
/// What SendGrid tells of letters that it took (its signed event webhook). Of the address, and of whoever opened what, nothing is
/// read: only which letter did not arrive.
/// </summary>
public sealed class MailEvents(Letters letters, IEnumerable<ILetterRenderer> renderers, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>What a letter carries with it, by which it is known when it comes back.</summary>
    public const string LetterArgument = "letter";

    public const string Signature = "X-Twilio-Email-Event-Webhook-Signature";
    public const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const long WindowInSeconds = 10 * 60;

    /// <summary>How far our clock may be ahead of SendGrid's: better noted twice than not at all.</summary>
    private const long SkewInSeconds = 30;

    private readonly Dictionary<string, ILetterRenderer> renderers = renderers.ToDictionary(renderer => renderer.Kind);

    /// <summary>Whether anybody may tell: the public key of who does is configured.</summary>
    public bool AreExpected => options.Value.SendGridVerification.Length > 0;

    /// <summary>Whether these bytes were signed by SendGrid, and just now.</summary>
    public bool AreSigned(IHeaderDictionary headers, byte[] body)
    {
        var timestamp = headers[Timestamp].ToString();
        var signature = new byte[128];
        // Numbers that no clock has come here too, from anybody.
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > WindowInSeconds
            || !Convert.TryFromBase64String(headers[Signature].ToString(), signature, out var length))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(options.Value.SendGridVerification), out _);
        return key.VerifyData([.. Encoding.ASCII.GetBytes(timestamp), .. body], signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Notes the letters that did not arrive. Can be repeated; what is no letter of ours is passed over.</summary>
    public async Task Note(JsonElement events, CancellationToken cancellation)
    {
        foreach (var happened in events.EnumerateArray())
            if (happened.ValueKind == JsonValueKind.Object && Text(happened, "event") is "bounce" or "dropped" && LetterOf(Text(happened, LetterArgument)) is { } letter)
            {
                // SendGrid may tell a thing twice: what came back before the letter was written again came back from where that went.
                if (await letters.AddedAt(letter, cancellation) is { } added && At(happened) < added.ToUnixTimeSeconds() - SkewInSeconds)
                    continue;
                var now = clock.GetUtcNow();
                if (!await renderers[letter.Kind].IsReplaced(letter.Reference, cancellation))
                    await letters.NoteReturned(letter, now, cancellation);
                await renderers[letter.Kind].Delivered(letter.Reference, sent: false, now, cancellation);
            }
    }

    private Letter? LetterOf(string? argument) =>
        argument?.Split('|', 2) is [var kind, var reference] && renderers.ContainsKey(kind) && reference.Split('|').All(IsPart)
            ? new(kind, reference)
            : null;

    private static bool IsPart(string part) => Id.TryParse(part, out _) || (part.Length is > 0 and <= 40 && part.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'));

    /// <summary>When it happened, in seconds as SendGrid counts them.</summary>
    private static long? At(JsonElement happened) =>
        happened.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) ? seconds : null;

    private static string? Text(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

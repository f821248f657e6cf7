using System.Diagnostics.CodeAnalysis;
using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>What a client says about a file before it sends it.</summary>
/// <param name="OrderId">Null where a partial upload does not say it.</param>
/// <param name="FileName">Empty where a partial upload does not say it.</param>
/// <param name="Header">As the client wrote it: tus wants it told again.</param>
/// <param name="Again">Its order may have this very file already, and is to have it twice.</param>
/// <param name="DestroysNow">Whoever sends it knows that it is destroyed within days.</param>
/// <param name="MakeFigurine">The client's consent to make the figurine of it, given with it.</param>
public sealed record UploadMetadata(
    Id? OrderId, string FileName, DateOnly? ScannedOn, string Header, bool DestroysNow = false, bool Again = false, ConsentForm? MakeFigurine = null)
{
    private const int MaxHeaderLength = 4096;
    private const int MaxFileNameLength = 255;
    private const string OrderIdKey = "orderId";
    private const string FileNameKey = "filename";
    private const string ScannedOnKey = "scannedOn";
    private const string DestroysNowKey = "destroysNow";
    private const string AgainKey = "again";
    private const string MakeFigurineKey = "makeFigurine";

    private static readonly DateOnly FirstScan = new(2000, 1, 1);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="isPartial">Then it need not say anything: the final upload does.</param>
    public static Read<UploadMetadata> Read(string? header, DateOnly today, bool isPartial = false)
    {
        if (isPartial && string.IsNullOrEmpty(header))
            return new(new UploadMetadata(null, "", null, ""));
        if (!TryDecode(header, out var values))
        {
            return new(Answers.Unreadable(Tus.UploadMetadata,
                $"Must be pairs of a key and base64 text, separated by commas, {MaxHeaderLength} characters at most."));
        }

        var problems = new Problems();
        Id? orderId = Id.TryParse(values.GetValueOrDefault(OrderIdKey), out var known) ? known : null;
        if (orderId is null && (!isPartial || values.ContainsKey(OrderIdKey)))
            problems.Add(OrderIdKey, "Must be the id of an order.");
        var fileName = isPartial && !values.ContainsKey(FileNameKey) ? "" : ReadFileName(values, problems);
        var scannedOn = Date(values.GetValueOrDefault(ScannedOnKey));
        if (values.ContainsKey(ScannedOnKey) && (scannedOn is null || scannedOn < FirstScan || scannedOn > today))
            problems.Add(ScannedOnKey, $"Must be a date from {FirstScan.Iso()} until today.");

        foreach (var key in new[] { DestroysNowKey, AgainKey })
            if (values.TryGetValue(key, out var said) && said is not ("true" or "false"))
                problems.Add(key, "Must be true or false.");

        var makeFigurine = Consent(values, problems, today);

        return problems.Any
            ? new(Answers.Invalid(problems))
            : new(new UploadMetadata(orderId, fileName, scannedOn, header, Says(values, DestroysNowKey), Says(values, AgainKey), makeFigurine));
    }

    /// <summary>
    /// Whether a request that goes on with an upload says that whoever sends it knows that it is destroyed within days: what
    /// was not so when the upload was begun may be by its last byte.
    /// </summary>
    public static bool SaysDestroysNow(string? header) => TryDecode(header, out var values) && Says(values, DestroysNowKey);

    /// <summary>What may still be told when the file has become a scan: its name is with the scan now.</summary>
    public static string Impersonal(Id orderId) => $"{OrderIdKey} {Convert.ToBase64String(Encoding.UTF8.GetBytes(orderId.ToString()))}";

    private static string ReadFileName(Dictionary<string, string> values, Problems problems)
    {
        var fileName = LastSegment(values.GetValueOrDefault(FileNameKey, ""));
        problems.CheckText(FileNameKey, fileName, MaxFileNameLength);
        return fileName;
    }

    private static ConsentForm? Consent(Dictionary<string, string> values, Problems problems, DateOnly today)
    {
        if (!values.TryGetValue(MakeFigurineKey, out var json))
            return null;
        try
        {
            var form = JsonSerializer.Deserialize<ConsentForm>(json, Json.Options);
            problems.AddRange([.. (form?.Problems(Purpose.MakeFigurine, today) ?? []).Select(problem => ($"{MakeFigurineKey}.{problem.Field}", problem.Message))]);
            if (form is { Answer: not ConsentAnswer.Yes })
                problems.Add($"{MakeFigurineKey}.answer", "Must be yes: without that no scan is taken in.");
            return form;
        }
        catch (JsonException)
        {
            problems.Add(MakeFigurineKey, "Must be an answer in JSON, with answer, channel, language and textVersion.");
            return null;
        }
    }

    private static bool Says(Dictionary<string, string> values, string key) => values.GetValueOrDefault(key) == "true";

    private static bool TryDecode([NotNullWhen(true)] string? header, out Dictionary<string, string> values)
    {
        values = [];
        // What is not visible ASCII could not be told again in a header.
        if (header is null or { Length: > MaxHeaderLength } || header.Any(letter => letter is < ' ' or > '~'))
            return false;
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var space = pair.IndexOf(' ', StringComparison.Ordinal);
            var (key, base64) = space < 0 ? (pair, "") : (pair[..space], pair[(space + 1)..]);
            if (!IsVisibleAscii(key) || Text(base64) is not { } value || !values.TryAdd(key, value))
                return false;
        }
        return true;
    }

    private static bool IsVisibleAscii(string key) => key.Length > 0 && key.All(letter => letter is > ' ' and <= '~');

    private static string? Text(string base64)
    {
        var bytes = new byte[base64.Length];
        if (base64.Any(char.IsWhiteSpace) || !Convert.TryFromBase64String(base64, bytes, out var count))
            return null;
        try
        {
            return StrictUtf8.GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Some browsers send the whole path.
    private static string LastSegment(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Trim();

    private static DateOnly? Date(string? text) =>
        Amsterdam.TryDate(text, out var date) ? date : null;
}

using System.Text.Json.Nodes;
using WelWee3D.Consent;
using WelWee3D.Exports;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders.ByLink;
using WelWee3D.People;
using WelWee3D.Uploads;

namespace WelWee3D.Description;

/// <summary>What parameters, headers and answers mean, by their names: each means the same wherever it stands.</summary>
internal static class ApiWords
{
    private const string Day = "2026-11-22";
    private const string AnId = "01a203d546447aea88e48193e22e6096";

    private static readonly Dictionary<string, (string Says, JsonObject Schema, JsonNode Example)> Parameters = new()
    {
        ["id"] = ("Which one: its id.", Text(), AnId),
        ["hold"] = ("The id of the hold.", Text(), AnId),
        ["copy"] = ("The id of the copy.", Text(), AnId),
        ["token"] = ("What a link in a letter ends with.", Text(), "a-token-from-a-letter"),
        ["number"] = ("The number of the certificate.", Whole(1), 1),
        ["kind"] = ("The kind of record, such as scan, order or message.", Text(), "scan"),
        ["dryRun"] = ("true: tell what would come of it, and store nothing.", OneOf(["false", "true"]), "true"),
        ["year"] = ("The year, since 2023.", Text(), "2026"),
        ["version"] = ("The version of the statement.", Text(), "1"),
        ["file"] = ("The file of the page.", Text(), "start.js"),
        ["purpose"] = ("What consent is asked for.", OneOf([.. Enum.GetValues<Purpose>().Select(PurposeNames.Of)]), PurposeNames.Of(Purpose.KeepScan)),
        [ShowConsents.UnchangedParameter] = ("A purpose that she left as it is: the page says that nothing was changed.", OneOf([.. Enum.GetValues<Purpose>().Select(PurposeNames.Of)]), PurposeNames.Of(Purpose.KeepScan)),
        [FetchExport.DownloadParameter] = ("Given, whatever its value: the package itself, also for a browser.", Text(), ""),
        ["path"] = ("Which tile: its level, its number in groups of three digits, and .p/ with its width where it is not full.", Text(), "0/000.p/1"),
        [Paging.Continuation] = ("Where the page begins: as the page before told it.", Text(), AnId),
        [Paging.Limit] = ("How many a page holds.", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 100, ["default"] = 50 }, 50),
        [Preferences.LanguageParameter] = ("The language of the answer; otherwise what Accept-Language says, or Dutch.", OneOf(["nl", "en"]), "nl"),
        ["from"] = ("The first day.", Date(), Day),
        ["until"] = ("The last day.", Date(), Day),
        ["scan"] = ("The id of a scan.", Text(), AnId),
        ["all"] = ("Given, whatever its value: the whole as one stream.", Text(), ""),
        ["email"] = ("A mail address of whom is looked for.", Text(), "eva@example.nl"),
        ["phone"] = ("A phone number of whom is looked for.", Text(), "+31612345678"),
        ["name"] = ("The name of whom is looked for, or its beginning.", Text(), "Eva"),
        ["reference"] = ("A reference, as a letter tells it.", Text(), "N8HN-9TND"),
        ["state"] = ("How it stands.", Text(), "open"),
        ["status"] = ("How it stands.", Text(), "open"),
    };

    private static readonly Dictionary<string, (string Says, string Example)> Headers = new()
    {
        [StatedReason.Header] = ("Why you look, in one line, percent-encoded. The audit keeps it.", "Controle%20van%20de%20maat"),
        [ActingFor.Header] = ("For whom you do it, where that is not yourself: the id of an account, an order or a privacy request.", AnId),
        [IdempotencyKey.Header] = ("A key of your own: the same request with the same key is done once.", "7f9c24e8-3b12-4fef-91e0-56a2d5f9a6d1"),
        ["If-Match"] = ("The ETag that you saw: what was changed since is refused.", "\"3\""),
        ["ETag"] = ("Its version: it changes with each change.", "\"3\""),
        ["Prefer"] = ("respond-async: do not wait, and ask for the run.", "respond-async"),
        ["Range"] = ("A part of the file, in bytes.", "bytes=0-1023"),
        ["Location"] = ("Where it is found.", $"https://example.nl/api/orders/{AnId}"),
        ["Retry-After"] = ("How many seconds to wait.", "5"),
        ["WWW-Authenticate"] = ("How to sign in.", "Bearer"),
        ["Allow"] = ("The methods that do something here.", "OPTIONS, POST"),
        [MailEvents.Signature] = ("SendGrid's signature over moment and body.", "MEUCIQ..."),
        [MailEvents.Timestamp] = ("The moment of the signature.", "1795338000"),
        [Tus.Resumable] = ("The version of tus.", Tus.Version),
        [Tus.UploadLength] = ("The bytes of the whole file.", "110484"),
        [Tus.UploadDeferLength] = ("1: the length is told later.", Tus.IsDeferred),
        [Tus.UploadMetadata] = ("Pairs of a key and base64: orderId, filename, and if you like scannedOn, makeFigurine, again, destroysNow.", "filename c2FtcGxlLnN0bA=="),
        [Tus.UploadConcat] = ("partial, or final with the uploads that are joined.", "partial"),
        [Tus.UploadChecksum] = ("The checksum of what this request brings.", "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        [Tus.UploadOffset] = ("How many bytes have come.", "0"),
        [Tus.UploadExpires] = ("Until when it can be gone on with.", "Sun, 29 Nov 2026 09:00:00 GMT"),
        [Tus.MethodOverride] = ("The method that is meant, where a proxy does not let it pass.", "PATCH"),
    };

    private static readonly Dictionary<int, string> Answers = new()
    {
        [200] = "Done, or found.",
        [201] = "Made.",
        [202] = "Taken, and done later.",
        [204] = "Done; there is nothing to tell.",
        [206] = "The part that was asked for.",
        [303] = "Done; a browser goes on to the page that is named.",
        [304] = "Not changed since you saw it.",
        [400] = "It cannot be read: a field, a header or a query parameter is not what it must be.",
        [401] = "Sign in first.",
        [403] = "Not for this account, or not from this site.",
        [404] = "There is no such thing.",
        [405] = "Nothing is done by this method.",
        [409] = "How things stand does not allow it; what would be destroyed by it within days, or decided for good, is listed under wouldDestroy, and done with destroysNow.",
        [410] = "It was there, and is gone.",
        [412] = "It is not what you saw, or not this version.",
        [413] = "Too long.",
        [415] = "Not of a type that is read here.",
        [416] = "There is no such part.",
        [422] = "It can be read, and breaks a rule; each field that does is named.",
        [423] = "Another request is at it.",
        [428] = "Say first why you look.",
        [429] = "Too many: wait.",
        [460] = "The bytes do not match their checksum.",
        [500] = "What it is about cannot be read; it was told to whoever runs this.",
        [503] = "Not just now: something that it leans on is down.",
    };

    public static (string Says, JsonObject Schema, JsonNode Example) Parameter(string name) => Of(Parameters, name, "parameter");

    public static (string Says, string Example) Header(string name) => Of(Headers, name, "header");

    public static string Answer(int status) => Of(Answers, status, "status");

    public static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    public static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Date() => new() { ["type"] = "string", ["format"] = "date" };

    private static JsonObject Whole(int least) => new() { ["type"] = "integer", ["minimum"] = least };

    private static T Of<TKey, T>(Dictionary<TKey, T> words, TKey name, string what)
        where TKey : notnull =>
        words.TryGetValue(name, out var said) ? said : throw new InvalidOperationException($"{nameof(ApiWords)} does not say what the {what} {name} means.");
}

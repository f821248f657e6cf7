using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Uploads;

/// <summary>What the protocol tus 1.0.0 puts into headers, and what this server makes of it.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,creation-defer-length,checksum,expiration,termination,concatenation";
    public const string BytesType = "application/offset+octet-stream";
    public const long MaxLength = 2L << 30;

    /// <summary>What to send in one request: a piece that breaks off may be lost whole, and hosts take only so much at once.</summary>
    public const int PieceSize = 16 << 20;

    public const string Resumable = "Tus-Resumable";
    public const string Versions = "Tus-Version";
    public const string UploadOffset = "Upload-Offset";
    public const string UploadLength = "Upload-Length";
    public const string UploadDeferLength = "Upload-Defer-Length";
    public const string IsDeferred = "1";
    public const string UploadConcat = "Upload-Concat";
    public const string UploadMetadata = "Upload-Metadata";
    public const string UploadChecksum = "Upload-Checksum";
    public const string UploadExpires = "Upload-Expires";

    /// <summary>A header of our own: tus has none that says it.</summary>
    public const string UploadPieceSize = "Upload-Piece-Size";

    public const string MethodOverride = "X-HTTP-Method-Override";

    /// <summary>Every answer names the version, also one that refuses the caller.</summary>
    public static HttpRequest Answering(HttpRequest request)
    {
        request.HttpContext.Response.Headers[Resumable] = Version;
        return request;
    }

    /// <summary>What a request asks for: where the header is given, the method that carries it does not count.</summary>
    public static string MethodOf(HttpRequest request) =>
        request.Headers[MethodOverride] is [{ Length: > 0 } method] ? method.ToUpperInvariant() : request.Method;

    public static IResult? RefuseOtherVersion(HttpRequest request)
    {
        if (request.Headers[Resumable] == Version)
            return null;
        request.HttpContext.Response.Headers[Versions] = Version;
        return Answers.Refusal(StatusCodes.Status412PreconditionFailed, $"{Resumable} must be {Version}.");
    }

    /// <summary>Null when the header is missing, given twice, or anything but decimal digits. What no file could have is the largest there is.</summary>
    public static long? Number(HttpRequest request, string header)
    {
        if (request.Headers[header] is not [{ Length: > 0 } digits] || !digits.All(char.IsAsciiDigit))
            return null;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }

    public static bool HasBytes(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(BytesType, StringComparison.OrdinalIgnoreCase);

    public static string Location(HttpRequest request, Upload upload) => ApiPaths.Of(request, $"uploads/{upload.Id}");

    public static void ShowOffset(HttpRequest request, long offset) =>
        request.HttpContext.Response.Headers[UploadOffset] = offset.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only as long as it expires.</summary>
    public static void ShowExpiry(HttpRequest request, Upload upload) =>
        request.HttpContext.Response.Headers[UploadExpires] = upload.IsComplete
            ? StringValues.Empty
            : upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);

    public static IResult Locked() =>
        Answers.Refusal(StatusCodes.Status423Locked, "Another request is changing this upload: try again in a moment.");

    /// <summary>The length that a request tells: of the whole file, or of a partial upload, which may be empty.</summary>
    public static IResult? RefuseLength(HttpRequest request, bool isPartial) => Number(request, UploadLength) switch
    {
        null => Answers.Unreadable(UploadLength, "Must be the number of bytes of the file."),
        0 when !isPartial => Answers.Unreadable(UploadLength, "Must not be 0: an empty file is no scan."),
        > MaxLength => TooLarge(UploadLength, $"A file may have at most {MaxLength} bytes."),
        _ => null,
    };

    public static IResult NotAllowed(string allowed) =>
        Answers.Refusal(StatusCodes.Status405MethodNotAllowed, $"Allowed here: {allowed}; {MethodOverride} may name it.").With(HeaderNames.Allow, allowed);

    public static IResult ChecksumMismatch() =>
        Answers.Refusal(Answers.ChecksumMismatch, "The bytes do not match their checksum, and were discarded.");

    public static IResult TooLong() => TooLarge(UploadLength, "More bytes came than were announced.");

    public static IResult TooLarge(string header, string message) =>
        Answers.Refusal(StatusCodes.Status413PayloadTooLarge, problems: new Problems { { header, message } });
}

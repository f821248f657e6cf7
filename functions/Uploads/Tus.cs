using System.Globalization;
using Microsoft.AspNetCore.Http;
using WelWee3D.Http;

namespace WelWee3D.Uploads;

/// <summary>What the protocol tus 1.0.0 puts into headers, and what this server makes of it.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,checksum,expiration,termination";
    public const string BytesType = "application/offset+octet-stream";
    public const long MaxLength = 2L << 30;

    /// <summary>What to send in one request: a piece that breaks off may be lost whole, and hosts take only so much at once.</summary>
    public const int PieceSize = 16 << 20;

    public const string Resumable = "Tus-Resumable";
    public const string Versions = "Tus-Version";
    public const string UploadOffset = "Upload-Offset";
    public const string UploadLength = "Upload-Length";
    public const string UploadDeferLength = "Upload-Defer-Length";
    public const string UploadMetadata = "Upload-Metadata";
    public const string UploadChecksum = "Upload-Checksum";
    public const string UploadExpires = "Upload-Expires";

    /// <summary>A header of our own: tus has none that says it.</summary>
    public const string UploadPieceSize = "Upload-Piece-Size";

    public const string MethodOverride = "X-HTTP-Method-Override";

    private const int ChecksumMismatchStatus = 460;

    /// <summary>Every answer names the version, also one that refuses the caller.</summary>
    public static HttpRequest Answering(HttpRequest request)
    {
        request.HttpContext.Response.Headers[Resumable] = Version;
        return request;
    }

    public static IResult? RefuseOtherVersion(HttpRequest request)
    {
        if (request.Headers[Resumable] == Version)
            return null;
        request.HttpContext.Response.Headers[Versions] = Version;
        return Answers.Refusal(StatusCodes.Status412PreconditionFailed, $"{Resumable} must be {Version}.");
    }

    /// <summary>Null when the header is missing, given twice, or anything but decimal digits.</summary>
    public static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool HasBytes(HttpRequest request) =>
        string.Equals(request.ContentType, BytesType, StringComparison.OrdinalIgnoreCase);

    public static string Location(HttpRequest request, Upload upload) => ApiPaths.Of(request, $"uploads/{upload.Id}");

    public static void ShowOffset(HttpRequest request, long offset) =>
        request.HttpContext.Response.Headers[UploadOffset] = offset.ToString(CultureInfo.InvariantCulture);

    public static void ShowExpiry(HttpRequest request, Upload upload)
    {
        if (!upload.IsComplete)
            request.HttpContext.Response.Headers[UploadExpires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    public static IResult Locked() =>
        Answers.Refusal(StatusCodes.Status423Locked, "Another request is changing this upload: try again in a moment.");

    public static IResult ChecksumMismatch() =>
        Answers.Refusal(ChecksumMismatchStatus, "The bytes do not match their checksum, and were discarded.");

    public static IResult TooLarge(string header, string message) =>
        Answers.Refusal(StatusCodes.Status413PayloadTooLarge, problems: new Problems { { header, message } });
}

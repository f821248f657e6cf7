using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>Reads the body of a request within bounds, and refuses what cannot be used before a slice sees it.</summary>
public static class Body
{
    public const string JsonType = "application/json";
    public const string UrlEncodedType = "application/x-www-form-urlencoded";
    public const string MultipartType = "multipart/form-data";

    private const string Whole = "body";
    private const int MaxFormFields = 64;
    private const int MaxFormKeyLength = 128;

    /// <summary>What the content type says, so that a caller can choose; anything not in UTF-8 is <see cref="BodyKind.Other"/>.</summary>
    public static BodyKind Kind(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !IsUtf8(type))
            return BodyKind.Other;
        if (type.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase))
            return BodyKind.Json;

        return type.MediaType.Equals(UrlEncodedType, StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals(MultipartType, StringComparison.OrdinalIgnoreCase)
            ? BodyKind.Form
            : BodyKind.Other;
    }

    public static Task<Read<T>> Json<T>(HttpRequest request, long limit, CancellationToken cancellation)
        where T : class =>
        Kind(request) == BodyKind.Json
            ? Json(request, limit, Shaped<T>, cancellation)
            : Task.FromResult(new Read<T>(Answers.UnsupportedMediaType(JsonType)));

    /// <summary>For a body that is known to be JSON, whatever its exact type.</summary>
    internal static async Task<Read<T>> Json<T>(
        HttpRequest request, long limit, Func<JsonElement, Read<T>> use, CancellationToken cancellation)
        where T : class
    {
        if (await Bytes(request, limit, cancellation) is not { } bytes)
            return new(Answers.TooLarge(limit));
        if (bytes.Length == 0)
            return new(Answers.Unreadable(Whole, "Is empty."));
        if (!Utf8.IsValid(bytes))
            return new(Answers.Unreadable(Whole, "Is not valid UTF-8."));

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Http.Json.MaxDepth });
            return use(document.RootElement);
        }
        catch (JsonException fault)
        {
            return new(Answers.Unreadable(Whole, $"Is not JSON, or is nested too deeply, at line {fault.LineNumber + 1}."));
        }
    }

    /// <summary>The fields of a form, urlencoded or multipart; each may be given once, and none may be a file.</summary>
    public static async Task<Read<IReadOnlyDictionary<string, string>>> Form(
        HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (Kind(request) != BodyKind.Form)
            return new(Answers.UnsupportedMediaType(UrlEncodedType, MultipartType));
        if (await Bytes(request, limit, cancellation) is not { } bytes)
            return new(Answers.TooLarge(limit));

        try
        {
            var form = await Parse(request, bytes, cancellation);
            if (form.Files.Count == 0 && !Utf8.IsValid(bytes))
                return new(Answers.Unreadable(Whole, "Is not valid UTF-8."));

            return Problems(form) is { Any: true } problems
                ? new(Answers.Invalid(problems))
                : new(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // All bytes are here already: what fails is how they are put together, not the connection.
            return new(Answers.Unreadable(Whole, "Is not a form that can be read."));
        }
    }

    internal static Read<T> Shaped<T>(JsonElement root)
        where T : class
    {
        var shape = JsonShape.Of<T>(root);
        if (shape.WrongTypes.Any)
            return new(Answers.Unreadable(shape.WrongTypes));
        if (shape.Problems.Any)
            return new(Answers.Invalid(shape.Problems));

        return new(root.Deserialize<T>(Http.Json.Options)!);
    }

    private static async Task<IFormCollection> Parse(HttpRequest request, byte[] bytes, CancellationToken cancellation)
    {
        request.Body = new MemoryStream(bytes);
        var bounds = new FormOptions
        {
            ValueCountLimit = MaxFormFields,
            KeyLengthLimit = MaxFormKeyLength,
            ValueLengthLimit = Math.Max(1, bytes.Length),
            MultipartBodyLengthLimit = Math.Max(1, bytes.Length),
        };
        return await new FormFeature(request, bounds).ReadFormAsync(cancellation);
    }

    private static Problems Problems(IFormCollection form)
    {
        var problems = new Problems();
        foreach (var file in form.Files)
            problems.Add(file.Name, "Must not be a file.");
        foreach (var (name, values) in form)
        {
            if (values.Count > 1)
                problems.Add(name, "Must be given once.");
            if (name.Contains('\0') || values.Any(value => value!.Contains('\0')))
                problems.Add(name, JsonShape.NotText);
        }

        return problems;
    }

    private static async Task<byte[]?> Bytes(HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;

        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var count)
            {
                if (body.Length + count > limit)
                    return null;
                body.Write(buffer, 0, count);
            }
        }
        finally
        {
            // What people write does not linger in shared memory.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return body.ToArray();
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

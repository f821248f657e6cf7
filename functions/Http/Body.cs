using System.Buffers;
using System.Text.Unicode;
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

    // RFC 2046, section 5.1.1.
    private const int MaxBoundaryLength = 70;

    // No part of a JSON text, but some programs begin with it (RFC 8259, section 8.1).
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether anything is sent, for a request that need not have a body: some programs name its type all the same.</summary>
    public static bool IsThere(HttpRequest request) => request.ContentLength is { } length
        ? length > 0
        : request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };

    /// <summary>What the content type says, so that a caller can choose; anything not in UTF-8 is <see cref="BodyKind.Other"/>.</summary>
    public static BodyKind Kind(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !FormFields.IsUtf8(type))
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
            ? Json(request, limit, root => Shaped<T>(root), cancellation)
            : Task.FromResult(new Read<T>(Answers.UnsupportedMediaType(JsonType)));

    /// <param name="none">What a request says that has no body.</param>
    public static Task<Read<T>> JsonIfAny<T>(HttpRequest request, T none, long limit, CancellationToken cancellation)
        where T : class =>
        IsThere(request) ? Json<T>(request, limit, cancellation) : Task.FromResult(new Read<T>(none));

    /// <summary>Reads a value that keeps its rules, and tells all that is wrong with the body at once: what does not fit beside what breaks a rule.</summary>
    /// <param name="rules">Of what does not fit, and is told already, they see null.</param>
    public static Task<Read<T>> Json<T>(HttpRequest request, Func<T, Problems> rules, long limit, CancellationToken cancellation)
        where T : class =>
        Kind(request) == BodyKind.Json
            ? Json(request, limit, root => Shaped(root, rules), cancellation)
            : Task.FromResult(new Read<T>(Answers.UnsupportedMediaType(JsonType)));

    /// <summary>For a body that is known to be JSON, whatever its exact type.</summary>
    internal static async Task<Read<T>> Json<T>(
        HttpRequest request, long limit, Func<JsonElement, Read<T>> use, CancellationToken cancellation)
        where T : class
    {
        if (await Bytes(request, limit, cancellation) is not { } bytes)
            return new(Answers.TooLarge(limit));
        var json = bytes.AsMemory(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        if (json.IsEmpty)
            return new(Answers.Unreadable(Whole, "Is empty."));
        if (!Utf8.IsValid(json.Span))
            return new(Answers.Unreadable(Whole, "Is not valid UTF-8."));

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Http.Json.MaxDepth });
            return use(document.RootElement);
        }
        catch (JsonException fault)
        {
            return new(Answers.Unreadable(Whole, $"Is not JSON, or is nested too deeply, at line {fault.LineNumber + 1}."));
        }
    }

    /// <summary>A body that is text of one type, in UTF-8.</summary>
    public static async Task<Read<string>> Text(HttpRequest request, string type, long limit, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var given) || !given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) || !FormFields.IsUtf8(given))
            return new(Answers.UnsupportedMediaType(type));
        if (await Bytes(request, limit, cancellation) is not { } bytes)
            return new(Answers.TooLarge(limit));
        var text = bytes.AsSpan(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        return Utf8.IsValid(text) ? new(Encoding.UTF8.GetString(text)) : new(Answers.Unreadable(Whole, "Is not valid UTF-8."));
    }

    /// <summary>
    /// The fields of a form, urlencoded or multipart, that are asked for. Each may be given once, as text in UTF-8; other
    /// fields, such as the name of the button, are left alone.
    /// </summary>
    public static async Task<Read<IReadOnlyDictionary<string, string>>> Form(
        HttpRequest request, IEnumerable<string> fields, long limit, CancellationToken cancellation)
    {
        var form = new FormFields(fields);
        return await Fill(form, request, limit, cancellation) is { } refusal ? new(refusal) : new(form.Values);
    }

    /// <summary>Reads what can be read, for whoever gives it back beside what is wrong.</summary>
    /// <returns>Null when all of it could be read.</returns>
    internal static async Task<IResult?> Fill(FormFields form, HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (Kind(request) != BodyKind.Form)
            return Answers.UnsupportedMediaType(UrlEncodedType, MultipartType);
        if (await Bytes(request, limit, cancellation) is not { } bytes)
            return Answers.TooLarge(limit);

        try
        {
            if (Boundary(request) is { } boundary)
                await form.ReadMultipart(bytes, boundary, cancellation);
            else
                form.ReadUrlEncoded(bytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            // All bytes are here already: what fails is how they are put together, not the connection.
            return Answers.Unreadable(Whole, "Is not a form that can be read.");
        }

        if (form.Unreadable.Any)
            return Answers.Unreadable(form.Unreadable);
        return form.Problems.Any ? Answers.Invalid(form.Problems) : null;
    }

    internal static Read<T> Shaped<T>(JsonElement root, Func<T, Problems>? rules = null)
        where T : class
    {
        var shape = JsonShape.Of<T>(root);
        var value = shape.Fits ? root.Deserialize<T>(Http.Json.Options)
            : rules is not null && root.ValueKind == JsonValueKind.Object ? shape.WhatFits(root).Deserialize<T>(Http.Json.Partial)
            : null;
        var broken = value is null || rules is null ? [] : rules(value);
        var problems = shape.With(broken);
        if (shape.WrongTypes.Any)
            return new(Answers.Unreadable(problems));
        return problems.Any ? new(Answers.Invalid(problems)) : new(value!);
    }

    /// <summary>What stands between the parts; null for a form of one piece.</summary>
    private static string? Boundary(HttpRequest request)
    {
        var type = MediaTypeHeaderValue.Parse(request.ContentType);
        if (!type.MediaType.Equals(MultipartType, StringComparison.OrdinalIgnoreCase))
            return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= MaxBoundaryLength ? boundary.ToString() : throw new InvalidDataException("The parts have no boundary.");
    }

    internal static async Task<byte[]?> Bytes(HttpRequest request, long limit, CancellationToken cancellation)
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
}

using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WelWee3D.Tests;

/// <summary>
/// Soft delete, which the emulator does not know, in front of it and by the rules that Azure documents: a blob that is
/// deleted is seen by nobody but who lists with <c>include=deleted</c>; it can be undeleted for so many days, and is
/// then gone for good. Metadata and headers come back with it. What a blob was before it was overwritten is kept as long, as a
/// deleted snapshot of it.
/// </summary>
public sealed class SoftDelete(BlobContainerClient container, TimeProvider clock, TimeSpan kept)
{
    private readonly Dictionary<string, DeletedBlob> deleted = [];
    private readonly List<(string Name, DeletedBlob Before)> overwritten = [];

    /// <summary>Those that can still be recovered.</summary>
    public IReadOnlyList<string> Recoverable
    {
        get
        {
            lock (deleted)
                return [.. deleted.Where(each => clock.GetUtcNow() < each.Value.At + kept).Select(each => each.Key).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Makes a call as an account with soft delete would.</summary>
    public async Task Send(HttpMessage message, Func<Task> send)
    {
        var (uri, method) = (message.Request.Uri.ToUri(), message.Request.Method);
        var (name, query) = (NameIn(uri), uri.Query);
        if (name is { Length: > 0 } && method == RequestMethod.Delete)
            await Delete(name, message, send);
        else if (name is { Length: > 0 } && query.Contains("comp=undelete", StringComparison.Ordinal))
            message.Response = await Undelete(name);
        else if (name is "" && query.Contains("comp=list", StringComparison.Ordinal) && query.Contains("deleted", StringComparison.OrdinalIgnoreCase))
        {
            await send();
            message.Response = await WithDeleted(message.Response, uri);
        }
        else if (name is { Length: > 0 } && method == RequestMethod.Put && (!query.Contains("comp=", StringComparison.Ordinal) || query.Contains("comp=blocklist", StringComparison.Ordinal)))
            await Overwrite(name, message, send);
        else
            await send();
    }

    private async Task Delete(string name, HttpMessage message, Func<Task> send)
    {
        var before = await Find(name);
        await send();
        if (before is not null && message.Response.Status == 202)
            lock (deleted)
                deleted[name] = before with { At = clock.GetUtcNow() };
    }

    private async Task Overwrite(string name, HttpMessage message, Func<Task> send)
    {
        var before = await Find(name);
        await send();
        if (before is not null && message.Response.Status is 201 or 202)
            lock (deleted)
                overwritten.Add((name, before with { At = clock.GetUtcNow() }));
    }

    private async Task<DeletedBlob?> Find(string name)
    {
        try
        {
            BlobDownloadResult found = await container.GetBlobClient(name).DownloadContentAsync();
            return new(found.Content, found.Details.ContentType, found.Details.Metadata, found.Details.CreatedOn, clock.GetUtcNow());
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }

    private async Task<Response> Undelete(string name)
    {
        if (!Recoverable.Contains(name))
            return new MadeResponse(await container.GetBlobClient(name).ExistsAsync() ? 200 : 404, "", ("x-ms-error-code", "BlobNotFound"));
        DeletedBlob blob;
        lock (deleted)
        {
            blob = deleted[name];
            deleted.Remove(name);
        }
        await container.GetBlockBlobClient(name).UploadAsync(
            blob.Content.ToStream(), new BlobUploadOptions { HttpHeaders = new() { ContentType = blob.ContentType }, Metadata = blob.Metadata });
        return new MadeResponse(200);
    }

    private async Task<Response> WithDeleted(Response live, Uri uri)
    {
        var prefix = System.Web.HttpUtility.ParseQueryString(uri.Query)["prefix"] ?? "";
        var list = await XDocument.LoadAsync(live.ContentStream!, LoadOptions.None, CancellationToken.None);
        var all = Recoverable.Select(name => (name, deleted[name], Snapshot: (string?)null));
        if (uri.Query.Contains("snapshots", StringComparison.OrdinalIgnoreCase))
            lock (deleted)
                all = [.. all, .. overwritten.Where(each => clock.GetUtcNow() < each.Before.At + kept).Select(each => (each.Name, each.Before, (string?)$"{each.Before.At:O}"))];
        foreach (var (name, blob, snapshot) in all.Where(each => each.name.StartsWith(prefix, StringComparison.Ordinal)))
            list.Root!.Element("Blobs")!.Add(Listed(name, blob, snapshot));
        return new MadeResponse(200, list.ToString(SaveOptions.DisableFormatting), ("Content-Type", "application/xml"));
    }

    private static XElement Listed(string name, DeletedBlob blob, string? snapshot) => new(
        "Blob",
        new XElement("Name", name), snapshot is null ? null : new XElement("Snapshot", snapshot), new XElement("Deleted", "true"),
        new XElement(
            "Properties",
            new XElement("Last-Modified", blob.At.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Creation-Time", blob.CreatedOn.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("Etag", "0x1"), new XElement("Content-Length", blob.Content.ToMemory().Length),
            new XElement("BlobType", "BlockBlob"),
            new XElement("DeletedTime", blob.At.ToString("R", CultureInfo.InvariantCulture))));

    /// <returns>The blob; empty for the container itself; null for what is elsewhere.</returns>
    private string? NameIn(Uri uri)
    {
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        var own = container.Uri.AbsolutePath;
        if (path.TrimEnd('/') == own)
            return "";
        return path.StartsWith(own + "/", StringComparison.Ordinal) ? path[(own.Length + 1)..] : null;
    }

    private sealed record DeletedBlob(BinaryData Content, string ContentType, IDictionary<string, string> Metadata, DateTimeOffset CreatedOn, DateTimeOffset At);
}

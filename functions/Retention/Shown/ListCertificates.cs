using System.Text.Json.Nodes;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

public sealed class ListCertificates(FrontDoor door, Certificates certificates, Checkpoints checkpoints)
{
    private const string All = "all";
    private const int FlushedAt = 64 * 1024;

    [Function(nameof(ListCertificates))]
    [Describes(
        "Lists the certificates, newest first; with the parameter all the whole chain as one stream, with its checkpoints.", Answer = typeof(Listed))]
    [AlsoAnswers(200, typeof(Chain))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/certificates")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            if (request.Query.ContainsKey(All))
                return Results.Stream(stream => Write(stream, cancellation), "application/json");
            var read = Paging.Of<int>(request, IsNumber);
            if (read.Refusal is { } refusal)
                return refusal;

            var (from, limit) = read.Value;
            var found = await certificates.NewestFirst(from, limit + 1, cancellation).Take(limit + 1).ToListAsync(cancellation);
            var page = Page.Of(found, limit, certificate => certificate.Number.ToString(CultureInfo.InvariantCulture));
            return Answers.Ok(new Listed([.. page.Items.Select(CertificateView.Of)], page.Continuation, ApiPaths.Of(request, $"retention/certificates?{All}")));
        }, Paging.Continuation, Paging.Limit, All);

    // As it is read: it may be long, and can be verified from this alone.
    private async Task Write(Stream stream, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        var (noted, unreadable) = await checkpoints.All(cancellation);
        writer.WritePropertyName("checkpoints");
        JsonSerializer.SerializeToNode(noted, Json.Options)!.WriteTo(writer);
        writer.WritePropertyName("unreadableCheckpoints");
        JsonSerializer.SerializeToNode(unreadable, Json.Options)!.WriteTo(writer);
        writer.WriteStartArray("items");
        await foreach (var certificate in certificates.All(cancellation))
        {
            CertificateView.Of(certificate).WriteTo(writer, Json.Options);
            if (writer.BytesPending > FlushedAt)
                await writer.FlushAsync(cancellation);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static bool IsNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;

    /// <param name="All">Where the whole chain is: a page proves only what is on it.</param>
    private sealed record Listed(IReadOnlyList<JsonObject> Items, string? Continuation, string All);

    /// <summary>The whole, as it is streamed.</summary>
    private sealed record Chain(IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<string> UnreadableCheckpoints, IReadOnlyList<JsonObject> Items);
}

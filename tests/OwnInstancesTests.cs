using System.Reflection;
using System.Runtime.CompilerServices;
using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Http;

namespace WelWee3D.Tests;

/// <summary>
/// Each request at an instance of the app that was started for it: what one knows, the next finds in storage or not at all.
/// Timers run in processes of their own in <see cref="Retention.OwnProcessesTests"/>.
/// </summary>
public sealed class OwnInstancesTests() : OwnWorld(new() { Settings = new Dictionary<string, string?> { ["Contact:RequireProof"] = "true" } })
{
    [Fact]
    public async Task A_challenge_of_one_instance_is_taken_by_another_and_spent_for_all()
    {
        var given = JsonSerializer.Deserialize<Challenge>((await At<GiveChallenge>((function, request) => function.Run(request))).Body, JsonSerializerOptions.Web)!;
        var form = new Dictionary<string, string>(ContactWorld.Fields) { ["altcha"] = given.Solve() };

        Assert.Equal(202, (await At<SubmitContactForm>((function, request) => function.Run(request, default), form, Keyed("one"))).Status);
        Assert.Equal(422, (await At<SubmitContactForm>((function, request) => function.Run(request, default), form, Keyed("two"))).Status);
        Assert.Equal(202, (await At<SubmitContactForm>((function, request) => function.Run(request, default), form, Keyed("one"))).Status);
        Assert.Single(await world.Storage.Rows(ContactMessages.TableName));
    }

    [Fact]
    public async Task A_scan_comes_in_block_by_block_and_goes_by_a_token_each_at_another_instance()
    {
        var order = (await At<OpenOrder>((function, request) => function.Run(request, default), new { name = "Eva", email = "eva@example.nl", language = "nl" })).Json.GetProperty("id").GetString()!;
        var created = await At<CreateUpload>((function, request) => function.Run(request, default), compose: request => Tus(request, new()
        {
            ["Upload-Length"] = $"{Make.File.Length}",
            ["Upload-Metadata"] = $"orderId {Base64(order)},filename {Base64("buik.stl")}{Uploads.TusClient.Agreed}",
        }));
        var upload = created.Headers.Location.ToString().Split('/')[^1];
        foreach (var (offset, piece) in Pieces())
            Assert.Equal(204, (await At<AppendToUpload>((function, request) => function.Run(request, upload, default), compose: request =>
            {
                request.Method = HttpMethods.Patch;
                Tus(request, new() { ["Upload-Offset"] = $"{offset}" });
                request.Send("application/offset+octet-stream", piece);
            })).Status);
        await using (var trigger = world.Beside())
            foreach (var blob in await world.Storage.BlobNames())
                await trigger.Function<RecordScan>().Run(world.Storage.Scans.GetBlobClient(blob), default);

        var scan = Assert.Single((await At<ListScans>((function, request) => function.Run(request, order, default))).Json.GetProperty("items").EnumerateArray());
        Assert.Equal("recorded", scan.GetProperty("status").GetString());
        var token = (await At<EraseSubject>((function, request) => function.Run(request, default), new { email = "eva@example.nl" })).Json.GetProperty("token").GetString();
        Assert.Equal(200, (await At<EraseSubject>((function, request) => function.Run(request, default), new { token })).Status);
        Assert.Equal(404, (await At<GetOrder>((function, request) => function.Run(request, order, default))).Status);
        Assert.True((await At<VerifyCertificates>((function, request) => function.Run(request, default))).Json.GetProperty("intact").GetBoolean());
    }

    [Fact]
    public void No_static_field_of_the_app_can_change_but_for_what_is_known_of_its_types()
    {
        var changing =
            from type in typeof(Sweep).Assembly.GetTypes()
            where type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && type.Namespace?.StartsWith("WelWee3D", StringComparison.Ordinal) == true
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsLiteral && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            where !field.IsInitOnly || field.FieldType.Namespace is "System.Collections.Concurrent" or "System.Threading"
            select $"{type.Name}.{field.Name}";

        Assert.Equal(["Columns.Known"], changing);
    }

    private static IEnumerable<(int Offset, byte[] Piece)> Pieces()
    {
        var size = (Make.File.Length + 2) / 3;
        return Make.File.Chunk(size).Select((piece, at) => (at * size, piece));
    }

    private static void Tus(HttpRequest request, Dictionary<string, string> headers)
    {
        request.Headers["Tus-Resumable"] = "1.0.0";
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
    }

    private static Action<HttpRequest> Keyed(string key) => request => request.Headers["Idempotency-Key"] = key;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Asks an instance that is started for this, and stopped.</summary>
    private async Task<Answer> At<TFunction>(
        Func<TFunction, HttpRequest, Task<IResult>> function, object? json = null, Action<HttpRequest>? compose = null)
    {
        await using var instance = world.Beside();
        return await Answer.Of(instance, function, json, compose);
    }
}

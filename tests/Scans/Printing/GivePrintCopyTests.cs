using System.Buffers.Binary;
using Azure.Core;
using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Scans.Printing;

public sealed class GivePrintCopyTests(PrintersWorld http) : IClassFixture<PrintersWorld>
{
    private static readonly IndexedMesh Metres = MeshFiles.Box with { Vertices = [.. MeshFiles.Box.Vertices.Select(at => at / 1000)] };

    private readonly World world = http.World;

    public static TheoryData<string, byte[]> Files => new()
    {
        { "Wilhelmina.stl", StlFiles.Binary(StlFiles.Box(400, 300, 700), header: "Wilhelmina") },
        { "Wilhelmina.obj", Encoding.ASCII.GetBytes($"# Wilhelmina\no Wilhelmina\n{MeshFiles.Obj(MeshFiles.Box)}") },
        { "Wilhelmina.ply", MeshFiles.BinaryPly(MeshFiles.Box, isBig: true) },
        { "Wilhelmina.glb", GlbFiles.Of(Metres, """{"mesh":0,"name":"Wilhelmina"}""") },
        { "Wilhelmina.3mf", ZipFiles.ThreeMf(MeshFiles.Box) },
        { "Wilhelmina.zip", ZipFiles.Of(("Wilhelmina.obj", Encoding.ASCII.GetBytes(MeshFiles.Obj(MeshFiles.Box)))) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_uploaded_scan_comes_as_bare_STL_as_high_as_the_figurine_and_its_order_tells_who_got_what(string name, byte[] file)
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(file, name);

        using var answer = await Ask(scan.Id);
        var copy = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal((HttpStatusCode.OK, "model/stl", 684L), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentLength));
        Assert.Equal($"figurine-{Reference.Of(order)}.stl", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(copy.AsSpan().IndexOf("Wilhelmina"u8) < 0);
        Assert.Equal(new byte[80], copy[..80]);
        var read = await Reading.Read(copy);
        Assert.Equal((12L, true, new Point(0, 0, 0)), (read.Triangles, read.Closed, read.Bounds!.Value.Min));
        Assert.Equal((80, 60, 140), Rounded(read.Bounds.Value.Max));

        var shown = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order}");
        var given = Assert.Single(shown.GetProperty("recipients").EnumerateArray());
        Assert.Equal(("PRINTER", $"{scan.Id}", world.Today.Iso()), (Text(given, "recipient"), given.GetProperty("scans")[0].GetString(), Text(given, "givenOn")));
        Assert.Equal(
            $$"""{"format":"stl","bytes":684,"heightInMillimetres":140,"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(copy))}}"}""",
            given.GetProperty("printCopy").GetRawText());
    }

    [Fact]
    public async Task A_triangle_that_lies_nowhere_is_not_in_it()
    {
        await world.Given.Recipient();
        var file = StlFiles.Binary(StlFiles.Box(400, 300, 700));
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(StlFiles.HeaderSize + 12), float.NaN);
        var (_, scan) = await http.Uploaded(file, "buik.stl");

        using var answer = await Ask(scan.Id);
        var read = await Reading.Read(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal((null, 11L, 0L), (read.Rejected, read.Triangles, read.NonFinite));
    }

    [Fact]
    public async Task Without_a_height_it_is_in_millimetres_and_as_large_as_the_scan()
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(GlbFiles.Of(Metres), "buik.glb", height: null);

        using var answer = await Ask(scan.Id);

        Assert.Equal((400, 300, 700), Rounded((await Reading.Read(await answer.Content.ReadAsByteArrayAsync())).Bounds!.Value.Max));
        Assert.Null((await Disclosed(order)).PrintCopy!.HeightInMillimetres);
    }

    [Fact]
    public async Task Fetched_again_it_is_the_same_file_and_given_once_and_at_another_height_another()
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(StlFiles.BinarySphere(3000));

        var (first, again) = (await Bytes(scan.Id), await Bytes(scan.Id));
        Assert.Equal(first, again);
        Assert.Equal(Sha256(first), (await Disclosed(order)).PrintCopy!.Sha256);

        await world.Get<OrderStore>().Change(order, found => found with { HeightInMillimetres = 141 }, default);
        var other = await Bytes(scan.Id);
        var given = (await world.Get<OrderStore>().Find(order, default))!.Disclosures;
        Assert.Equal([(140, Sha256(first)), (141, Sha256(other))], given.Select(each => (each.PrintCopy!.HeightInMillimetres!.Value, each.PrintCopy.Sha256!)));
    }

    [Theory]
    [InlineData("buik.stl", 1)]
    [InlineData("buik.obj", 1)]
    [InlineData("buik.ply", 1)]
    public async Task A_file_that_lies_in_order_is_fetched_once(string name, int expected)
    {
        await world.Given.Recipient();
        var (_, scan) = await http.Uploaded(name switch
        {
            "buik.stl" => StlFiles.BinarySphere(40_000),
            "buik.obj" => Encoding.ASCII.GetBytes(MeshFiles.Obj(IndexedMesh.Of(StlFiles.Sphere(40_000, 300)))),
            _ => MeshFiles.BinaryPly(IndexedMesh.Of(StlFiles.Sphere(40_000, 300)), isBig: false),
        }, name);
        var fetched = 0;
        world.Calls.Before = request =>
        {
            if (request.Method == RequestMethod.Get && request.Uri.Path.EndsWith(scan.BlobName, StringComparison.Ordinal))
                Interlocked.Increment(ref fetched);
            return Task.CompletedTask;
        };

        Assert.Equal(StlWriter.SizeOf(40_000), (await Bytes(scan.Id)).Length);

        world.Calls.LetBe();
        Assert.Equal(expected, fetched);
    }

    [Fact]
    public async Task Who_fetched_it_and_why_is_in_the_audit_and_its_client_is_told_and_finds_it_in_her_package()
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(Make.File);
        var copy = await Bytes(scan.Id);

        var events = await http.Officer.GetFromJsonAsync<JsonElement>($"api/audit?scan={scan.Id}&limit=100");
        var happened = Assert.Single(events.GetProperty("items").EnumerateArray(), each => Text(each, "action") == "POST scans/{id}/print-copy");
        Assert.Equal(("E", HttpWorld.Reason), (Text(happened, "actionCode"), Text(happened, "reason")));
        Assert.Equal([HttpWorld.Reason], (await world.Get<ScanLooks>().Of([(scan.Id, [])], default)).Select(look => look.Reason));

        using var file = new MemoryStream();
        var (writer, found) = (world.Get<PackageWriter>(), (await world.Get<OrderStore>().Find(order, default))!);
        var subjects = world.Get<OrderStore>().SubjectsOf(found);
        await writer.Write(new ExportPackage(world.NewId(), subjects, await writer.Contents(subjects, default), ""), file, default);
        using var package = new OpenedPackage(file);
        var given = package.Rows("orders").Single(row => Text(row, "id") == $"{order}").GetProperty("recipients")[0];
        Assert.Equal(("De PRINTER", Sha256(copy)), (Text(given, "name"), Text(given.GetProperty("printCopy"), "sha256")));
    }

    [Fact]
    public async Task It_is_asked_why_and_for_which_printer()
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(Make.File);
        using var silent = HttpWorld.Client(world);
        silent.DefaultRequestHeaders.Authorization = http.Staff.DefaultRequestHeaders.Authorization;

        using var noReason = await silent.PostAsJsonAsync($"api/scans/{scan.Id}/print-copy", new { printer = "PA12" });
        using var unknown = await Ask(scan.Id, "Nylon");
        using var own = await Ask(scan.Id, "Eigen printer");

        Assert.Equal((HttpStatusCode.PreconditionRequired, "Reason"), await Refused(noReason));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "printer"), await Refused(unknown));
        Assert.Equal((HttpStatusCode.Conflict, "printer"), await Refused(own));
        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Disclosures);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "restricted", "restrictedOn" }, { "cancelled", "cancelledOn" }, { "refused", "makeFigurine" }, { "rejected", "status" }, { "waiting", "status" },
        { "destroying", "" }, { "gone", "" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_may_not_be_printed_is_given_to_nobody(string why, string field)
    {
        await world.Given.Recipient();
        var order = await world.Given.OrderWithScan(file: why == "rejected" ? "no scan at all"u8.ToArray() : null, agreed: found => why switch
        {
            "restricted" => found with { RestrictedOn = world.Today },
            "cancelled" => found with { CancelledOn = world.Today },
            "refused" => found with { Consents = [Make.Agreed(world.Now) with { Answer = ConsentAnswer.Withdrawn }] },
            "destroying" => found.With(found.Scans[0] with { Destroying = true }),
            _ => found,
        });
        // Under the host a file that was not read is read at once.
        var scan = why == "waiting"
            ? (await world.Given.OrderWithScan(read: false, file: [])).Scans[0]
            : order.Scans[0];
        if (why == "gone")
            await world.Storage.Scans.DeleteBlobAsync($"{order.Id}/{scan.BlobName}");

        using var answer = await Ask(scan.Id);

        Assert.Equal(field.Length == 0 ? (HttpStatusCode.NotFound, "") : (HttpStatusCode.Conflict, field), await Refused(answer));
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Disclosures);
    }

    [Fact]
    public async Task Of_a_file_that_is_another_than_was_read_nobody_gets_the_end_and_no_hash_is_written_down()
    {
        await world.Given.Recipient();
        var order = await world.Given.OrderWithScan(file: StlFiles.BinarySphere(5000), agreed: found =>
            found.With(found.Scans[0] with { Facts = found.Scans[0].Facts! with { Sha256 = new string('0', 64) } }));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Bytes(order.Scans[0].Id));

        var given = await Disclosed(order.Id);
        Assert.Equal((StlWriter.SizeOf(5000), null), (given.PrintCopy!.Bytes, given.PrintCopy.Sha256));
    }

    [Fact]
    public async Task Of_an_order_that_is_restricted_while_it_is_sent_nobody_gets_the_end()
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(StlFiles.BinarySphere(5000));
        var isRestricted = 0;
        world.Calls.Before = async request =>
        {
            if (request.Method == RequestMethod.Get && request.Uri.Path.EndsWith(scan.BlobName, StringComparison.Ordinal) && Interlocked.Exchange(ref isRestricted, 1) == 0)
                await world.Get<OrderStore>().Change(order, found => found with { RestrictedOn = world.Today }, default);
        };

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Bytes(scan.Id));

        world.Calls.LetBe();
        Assert.Equal(1, isRestricted);
        Assert.Null((await Disclosed(order)).PrintCopy!.Sha256);
    }

    [Fact]
    public async Task Its_hash_is_with_the_order_before_its_last_piece_goes_out()
    {
        await world.Given.Recipient();
        var (order, scan) = await http.Uploaded(StlFiles.BinarySphere(5000));
        world.Calls.Before = request => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Writes(request, "printCopy") && Writes(request, "sha256")
            ? throw new RequestFailedInTest()
            : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Bytes(scan.Id));

        world.Calls.LetBe();
        Assert.Null((await Disclosed(order)).PrintCopy!.Sha256);
        Assert.Equal(Sha256(await Bytes(scan.Id)), (await Disclosed(order)).PrintCopy!.Sha256);

        static bool Writes(Request request, string word) => request.Text().Contains(word, StringComparison.Ordinal);
    }

    private async Task<Disclosure> Disclosed(Id order) => Assert.Single((await world.Get<OrderStore>().Find(order, default))!.Disclosures);

    private Task<HttpResponseMessage> Ask(Id scan, string printer = "PA12") => http.Staff.PostAsJsonAsync($"api/scans/{scan}/print-copy", new { printer });

    private async Task<byte[]> Bytes(Id scan)
    {
        using var answer = await Ask(scan);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<(HttpStatusCode Status, string Fields)> Refused(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.StatusCode == HttpStatusCode.NotFound ? "" : string.Join(',', await answer.Faults()));

    /// <summary>To a thousandth of a millimetre: 0.3 metres is no number of a file.</summary>
    private static (double X, double Y, double Z) Rounded(Point at) => (Math.Round(at.X, 3), Math.Round(at.Y, 3), Math.Round(at.Z, 3));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private sealed class RequestFailedInTest : Exception;
}

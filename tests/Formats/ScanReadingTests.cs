using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

public class ScanReadingTests
{
    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["a box"] = StlFiles.BinaryBox(400, 300, 700),
        ["a sphere"] = StlFiles.BinarySphere(3000),
        ["a sphere, cut off"] = StlFiles.BinarySphere(3000)[..^7],
        ["text"] = StlFiles.AsciiBox(400, 300, 700),
        ["text with CRLF"] = StlFiles.AsciiBox(400, 300, 700, newLine: "\r\n"),
        ["text, damaged early"] = Encoding.ASCII.GetBytes("solid\nfacet\nthen nonsense\n" + new string('x', 10_000)),
        ["text of many buffers"] = Encoding.ASCII.GetBytes(StlFiles.Ascii(StlFiles.Sphere(5000, 300))),
        ["a sphere of many buffers"] = StlFiles.BinarySphere(20_000),
        ["something else"] = "%PDF-1.7"u8.ToArray(),
        ["zeros"] = new byte[100_000],
        ["nothing"] = [],
    };

    public static TheoryData<string> FileNames => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(FileNames))]
    public async Task Hash_and_size_are_of_the_whole_file_rejected_or_not(string name)
    {
        var file = Files[name];
        var facts = await Read(file);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), facts.Sha256);
        Assert.Equal(file.Length, facts.Bytes);
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public async Task How_the_bytes_arrive_makes_no_difference(string name)
    {
        var file = Files[name];
        var whole = await Read(file);

        AssertSame(whole, await ReadSlowly(file, atATime: 1));
        AssertSame(whole, await ReadSlowly(file, atATime: 4097));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("x", "The file is in none of the 3D formats that can be read.")]
    [InlineData("A letter that is longer than the header of a binary file, with \0\0 in it, and more after that.", "The file is in none of the 3D formats that can be read.")]
    public async Task A_file_that_is_something_else_is_rejected(string file, string reason)
    {
        var facts = await Read(file);

        Assert.Null(facts.Format);
        Assert.Equal(reason, facts.Rejected);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public async Task Text_in_UTF_16_is_named_as_such(string encoding, bool hasMark)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] file = [.. hasMark ? text.GetPreamble() : [], .. text.GetBytes(StlFiles.Ascii(StlFiles.Box(400, 300, 700)))];

        Assert.Equal("The file is text in UTF-16. It can be read once it is saved as ASCII or UTF-8.", (await Read(file)).Rejected);
    }

    [Fact]
    public async Task A_file_of_zeros_is_not_taken_for_a_damaged_scan() =>
        Assert.Null((await Read(new byte[1000])).Format);

    [Fact]
    public async Task What_the_stream_throws_is_not_swallowed()
    {
        await using var broken = new BrokenStream();

        await Assert.ThrowsAsync<IOException>(() => ScanReading.Read(() => broken, 1_000_000, CancellationToken.None));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        await using var endless = StlFiles.Huge(uint.MaxValue);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ScanReading.Read(() => endless, endless.Length, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task What_was_opened_is_closed()
    {
        await using var stream = new MemoryStream(StlFiles.BinaryBox(400, 300, 700));
        await ScanReading.Read(() => stream, stream.Length, CancellationToken.None);

        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task Facts_are_written_as_the_interface_promises()
    {
        var facts = await Read(StlFiles.BinaryBox(400, 300, 700));
        var json = JsonSerializer.Serialize(facts, JsonSerializerOptions.Web);

        Assert.Contains("\"format\":\"stl\"", json, StringComparison.Ordinal);
        Assert.Contains("\"bounds\":{\"min\":[0,0,0],\"max\":[400,300,700]}", json, StringComparison.Ordinal);
        AssertSame(facts, JsonSerializer.Deserialize<ScanFacts>(json, JsonSerializerOptions.Web)!);
    }

    [Theory]
    [InlineData(ScanFormat.Obj, "\"obj\"")]
    [InlineData(ScanFormat.Ply, "\"ply\"")]
    [InlineData(ScanFormat.Glb, "\"glb\"")]
    [InlineData(ScanFormat.ThreeMf, "\"3mf\"")]
    public void A_format_is_written_by_its_usual_name(ScanFormat format, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(format, JsonSerializerOptions.Web));

    private sealed class BrokenStream : ReadOnlyTestStream
    {
        protected override int Fill(Span<byte> buffer) => throw new IOException("The connection was lost.");
    }
}

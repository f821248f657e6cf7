using System.Text.Json.Nodes;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Tests.Local;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        File.Delete(file);
        output.Dispose();
        errors.Dispose();
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("array")]
    [InlineData("array of pages")]
    [InlineData("lines")]
    [InlineData("byte order mark")]
    public async Task A_chain_is_recomputed_from_whatever_was_fetched(string form)
    {
        var chain = Chain.Of(3);

        var exit = await Verify(In(form, [.. Enumerable.Reverse(chain).Select(CertificateView.Of)]));

        Assert.Equal((0, ""), (exit, errors.ToString()));
        Assert.Contains("Certificates read: 3", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Newest: 3 {chain[2].Hash}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_whose_checkpoint_is_damaged_is_not_known_to_hold()
    {
        var all = new JsonObject
        {
            ["checkpoints"] = new JsonArray(),
            ["unreadableCheckpoints"] = new JsonArray("checkpoints|2026-11-22.json"),
            ["items"] = new JsonArray([.. Chain.Of(2).Select(CertificateView.Of)]),
        };

        Assert.Equal(1, await Verify(all.ToJsonString()));
        Assert.Contains("BROKEN: what it should be held against is damaged: checkpoints|2026-11-22.json", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_broken_link_is_named()
    {
        var chain = Chain.Of(4);
        chain[1] = chain[1] with { Text = chain[1].Text.Replace("7340032", "1", StringComparison.Ordinal) };

        Assert.Equal(1, await Verify(In("array", [.. chain.Select(CertificateView.Of)])));
        Assert.Contains("BROKEN at certificate 2", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_part_is_judged_as_the_part_it_is(int missing)
    {
        var chain = Chain.Of(60);
        var part = chain.Skip(10).Take(50).Where(certificate => missing == 0 || certificate.Number != 10 + missing).Select(CertificateView.Of);

        Assert.Equal(missing == 0 ? 0 : 1, await Verify(In("array", [.. part])));
        Assert.Contains(missing == 0 ? "A PART of the chain, from certificate 11 on" : "BROKEN at certificate 13", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes", "1")]
    [InlineData("decidedBy", "\"nobody\"")]
    [InlineData("added", "true")]
    public async Task What_is_shown_beside_a_text_must_be_what_it_says(string field, string value)
    {
        var shown = CertificateView.Of(Chain.Of(1)[0]);
        shown[field] = JsonNode.Parse(value);

        Assert.Equal(1, await Verify(In("array", [shown])));
        Assert.Contains("BROKEN at certificate 1: what is shown beside its text", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 0)]
    [InlineData(4, 1)]
    public async Task A_chain_that_was_cut_off_shows_by_the_hash_that_was_noted(int noted, int expected)
    {
        var chain = Chain.Of(4);
        var kept = chain.Take(3).Select(CertificateView.Of);

        Assert.Equal(expected, await Verify(In("array", [.. kept]), "--newest", chain[noted - 1].Hash));
    }

    [Theory]
    [InlineData("as it was", 0, "Checkpoints that it holds against: 1, the last of 2027-01-14, of certificate 3.")]
    [InlineData("rewritten whole", 1, "BROKEN at certificate 3: the checkpoint of 2027-01-14 has another hash of it")]
    [InlineData("cut off", 1, "BROKEN at certificate 3: it is missing: the checkpoint of 2027-01-14")]
    public async Task A_chain_is_held_against_the_checkpoints_that_came_with_it(string how, int expected, string told)
    {
        var (chain, another) = (Chain.Of(4), Chain.Of(4));
        var checkpoints = new[] { new Checkpoint(new(2027, 1, 14), 3, chain[2].Hash) };
        var items = (how == "rewritten whole" ? another : chain).Take(how == "cut off" ? 2 : 4).Select(CertificateView.Of);

        Assert.Equal(expected, await Verify(JsonSerializer.Serialize(new { checkpoints, items }, StoredJson.Options)));
        Assert.Contains(told, output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"items\": [{\"number\": 1}]}")]
    [InlineData("[1]")]
    [InlineData("{\"items\": 1}")]
    public async Task What_holds_no_certificates_is_told_apart_from_a_broken_chain(string content)
    {
        Assert.Equal(2, await Verify(content));
        Assert.Contains("cannot be read", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        Assert.Equal(2, await CommandLine.Run(["verify", file + ".absent"], output, errors));
        Assert.Contains("cannot be read", errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> Verify(string content, params string[] more)
    {
        await File.WriteAllTextAsync(file, content);
        return await CommandLine.Run(["verify", file, .. more], output, errors);
    }

    private static string In(string form, List<JsonObject> certificates)
    {
        string Page(IEnumerable<JsonObject> items) => JsonSerializer.Serialize(new { items, continuation = "2" });
        return form switch
        {
            "pages" => Page(certificates.Take(2)) + "\n" + Page(certificates.Skip(2)),
            "array" => JsonSerializer.Serialize(certificates),
            "array of pages" => $"[{Page(certificates.Take(1))},{Page(certificates.Skip(1))}]",
            "lines" => string.Join('\n', certificates.Select(each => each.ToJsonString())),
            "byte order mark" => "\uFEFF" + Page(certificates),
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }
}

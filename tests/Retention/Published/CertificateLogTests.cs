using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace WelWee3D.Tests.Retention.Published;

/// <summary>What anybody may fetch to check a certificate: how long the log is, its tree, and by which keys it is signed.</summary>
public sealed class CertificateLogTests : IAsyncLifetime
{
    private readonly HttpWorld http = new();

    private World World => http.World;

    public Task InitializeAsync() => http.InitializeAsync();

    public Task DisposeAsync() => http.DisposeAsync();

    [Fact]
    public async Task A_log_of_nothing_is_signed_too()
    {
        var (size, root) = await Checkpoint();
        Assert.Equal((0, Convert.ToBase64String(HashTree.Root([]))), (size, root));
    }

    [Fact]
    public async Task Each_certificate_is_a_leaf_in_the_order_of_its_number_and_the_root_that_is_signed_is_theirs()
    {
        await Destroyed(3);
        var texts = await World.Get<Certificates>().All(default).Select(each => each.Text).ToListAsync();
        await Destroyed(2);
        texts = await World.Get<Certificates>().All(default).Select(each => each.Text).ToListAsync();
        var leaves = texts.ConvertAll(text => HashTree.Leaf(Encoding.UTF8.GetBytes(text)));

        var (size, root) = await Checkpoint();
        var tile = await http.Anyone.GetByteArrayAsync($"api/log/tile/0/000.p/{size}");

        Assert.Equal((texts.Count, Convert.ToBase64String(HashTree.Root(leaves))), (size, root));
        Assert.Equal(leaves.SelectMany(each => each), tile);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Anyone.GetAsync($"api/log/tile/0/000.p/{size + 1}")).StatusCode);
    }

    [Fact]
    public async Task That_a_certificate_is_in_it_is_proven_to_who_has_its_text_and_the_key()
    {
        await Destroyed(3);
        var texts = await World.Get<Certificates>().All(default).Select(each => each.Text).ToListAsync();
        var key = (await http.Anyone.GetStringAsync("api/log/keys")).Trim();

        for (var number = 1; number <= texts.Count; number++)
        {
            var proof = await http.Officer.GetStringAsync($"api/retention/certificates/{number}/proof");
            var end = proof.IndexOf("\n\n", StringComparison.Ordinal);
            var (lines, checkpoint) = (proof[..end].Split('\n'), proof[(end + 2)..]);
            Verify(checkpoint, key);

            Assert.Equal(("c2sp.org/tlog-proof@v1", $"index {number - 1}"), (lines[0], lines[1]));
            Assert.True(Inclusion.Holds(
                number - 1, int.Parse(checkpoint.Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture),
                HashTree.Leaf(Encoding.UTF8.GetBytes(texts[number - 1])), lines[2..].Select(Convert.FromBase64String), Convert.FromBase64String(checkpoint.Split('\n')[2])));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await http.Officer.GetAsync($"api/retention/certificates/{texts.Count + 1}/proof")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Officer.GetAsync("api/retention/certificates/0/proof")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.Staff.GetAsync("api/retention/certificates/1/proof")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/0")]
    [InlineData("/0/000.p/%zz")]
    public async Task Where_no_tile_is_named_there_is_none(string rest) =>
        Assert.Equal(HttpStatusCode.NotFound, (await http.Anyone.GetAsync($"api/log/tile{rest}")).StatusCode);

    [Fact]
    public async Task What_follows_a_certificate_that_was_taken_away_is_in_the_log_no_more()
    {
        await Destroyed(3);
        await World.Storage.Table(Certificates.TableName).DeleteEntityAsync(Down(0), Down(2));
        await using var other = World.Beside();

        Assert.Single(await other.Get<CertificateLog>().Leaves(default));
    }

    [Fact]
    public async Task However_often_anybody_asks_storage_is_asked_once_in_some_seconds_and_what_was_issued_here_is_told_at_once()
    {
        await Destroyed(1);
        await using var elsewhere = World.Beside();
        var asked = 0;
        World.Calls.Before = _ => { Interlocked.Increment(ref asked); return Task.CompletedTask; };

        var notes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => http.Anyone.GetStringAsync("api/log/checkpoint")));
        var (first, size) = (asked, (await Checkpoint()).Size);
        using (await http.Anyone.GetAsync($"api/log/tile/0/000.p/{size}")) { }
        var still = asked;
        World.Wait(TimeSpan.FromSeconds(5));
        Assert.Equal(notes[0], await http.Anyone.GetStringAsync("api/log/checkpoint"));
        var later = asked;
        World.Calls.LetBe();
        await Destroyed(1);
        var grown = (await Checkpoint()).Size;

        Assert.Single(notes.Distinct());
        Assert.Equal((1, 1, 2), (first, still, later));
        Assert.True(grown > size);
        await Destroyed(1, elsewhere);
        Assert.Equal(grown, (await Checkpoint()).Size);
        World.Wait(TimeSpan.FromSeconds(5));
        Assert.True((await Checkpoint()).Size > grown);
    }

    [Fact]
    public async Task Nothing_of_a_certificate_is_published_but_its_hash()
    {
        await Destroyed(1);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Anyone.GetAsync("api/log/tile/entries/000.p/1")).StatusCode);
    }

    [Fact]
    public async Task While_the_key_of_hashes_is_being_changed_both_sign_and_the_present_one_is_on_letters()
    {
        var (former, present) = (Convert.ToBase64String(new byte[32]), Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]));
        await using var changed = await World.Beside(new WorldOptions
        {
            Settings = new Dictionary<string, string?> { ["Subjects:HmacKey"] = present, ["Subjects:FormerHmacKey"] = former },
        });
        var (before, after) = (World.Get<LogKeys>(), changed.Get<LogKeys>());

        Assert.Equal(2, after.Verifiers.Count);
        Assert.Equal(before.Verifiers.Single(), after.Verifiers[1]);
        Assert.NotEqual(before.OnLetters, after.OnLetters);
        Assert.All(after.Verifiers, key => Verify(after.Sign(0, HashTree.Root([])), key));
    }

    private async Task<(int Size, string Root)> Checkpoint()
    {
        var note = await http.Anyone.GetStringAsync("api/log/checkpoint");
        var key = Assert.Single((await http.Anyone.GetStringAsync("api/log/keys")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Verify(note, key);
        var lines = note.Split('\n');
        Assert.Equal("app.voorbeeld.nl/certificates", lines[0]);
        Assert.Equal("", lines[3]);
        return (int.Parse(lines[1], System.Globalization.CultureInfo.InvariantCulture), lines[2]);
    }

    /// <summary>As anybody does who has only the formats and the key.</summary>
    private static void Verify(string note, string key)
    {
        var parts = key.Split('+', 3);
        var typed = Convert.FromBase64String(parts[2]);
        Assert.Equal(1, typed[0]);
        Assert.Equal(parts[1], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes(parts[0] + "\n"), .. typed]))[..8]);
        var text = note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];
        var signature = note[(text.Length + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Where(line => line[0] == "\u2014" && line[1] == parts[0]).Select(line => Convert.FromBase64String(line[2]))
            .Single(each => Convert.ToHexStringLower(each[..4]) == parts[1]);
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(typed[1..]));
        var signed = Encoding.UTF8.GetBytes(text);
        verifier.BlockUpdate(signed, 0, signed.Length);
        Assert.True(verifier.VerifySignature(signature[4..]));
    }

    private async Task Destroyed(int count, World? by = null)
    {
        for (var at = 0; at < count; at++)
        {
            var order = await World.Given.OrderWithScan(World.Given.NewAddress());
            await World.Given.Change(order, each => each.With(each.Scans[0] with { DestructionAskedOn = World.Today }));
        }
        await (by ?? World).Get<Sweep>().Run(Decider.Sweep, default);
    }

    private static string Down(int number) => (int.MaxValue - number).ToString("D10", System.Globalization.CultureInfo.InvariantCulture);
}

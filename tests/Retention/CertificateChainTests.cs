namespace WelWee3D.Tests.Retention;

public sealed class CertificateChainTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_chain_as_issued_is_intact(int count)
    {
        var chain = Chain.Of(count);

        var report = await Verify(chain);

        Assert.True(report.Intact);
        Assert.Equal((count, chain.LastOrDefault()), (report.Checked, report.Newest));
    }

    [Theory]
    [InlineData("altered text", 3, "hash it was sealed with")]
    [InlineData("altered hash", 3, "hash it was sealed with")]
    [InlineData("altered and sealed anew", 4, "does not follow from certificate 3")]
    [InlineData("altered row number", 2, "out of its place")]
    [InlineData("another's number sealed in it", 3, "bears the number 9")]
    [InlineData("missing", 3, "certificate 3 is missing")]
    [InlineData("first is missing", 1, "certificate 1 is missing")]
    [InlineData("swapped", 3, "certificate 3 is missing")]
    [InlineData("duplicated", 3, "there twice")]
    [InlineData("empty text", 3, "not a certificate")]
    [InlineData("two numbers in one text", 3, "not a certificate")]
    [InlineData("no previous", 3, "not a certificate")]
    [InlineData("added at the end", 6, "does not follow from certificate 5")]
    public async Task A_chain_that_was_tampered_with_is_broken_where_it_happened(string how, int number, string reason)
    {
        var chain = Chain.Of(5);
        Tamper(chain, how);

        var report = await Verify(chain);

        Assert.Equal(number, report.Broken?.Number);
        Assert.Contains(reason, report.Broken!.Reason, StringComparison.Ordinal);
        Assert.Equal(chain[^1], report.Newest);
    }

    [Fact]
    public async Task A_chain_whose_end_was_cut_off_shows_by_its_newest_hash_only()
    {
        var chain = Chain.Of(5);

        var report = await Verify(chain[..4]);

        Assert.True(report.Intact);
        Assert.NotEqual(chain[4].Hash, report.Newest!.Hash);
    }

    [Fact]
    public void A_certificate_of_something_within_nothing_else_reads_back()
    {
        var certificate = Chain.Certificate(1, SealedCertificate.Origin);
        var message = certificate with { Kind = Kinds.Message, Items = [certificate.Items[0] with { Within = null, Files = [] }], Copies = [] };

        Assert.Null(Assert.Single(SealedCertificate.Seal(message).Read().Items).Within);
    }

    [Fact]
    public async Task A_certificate_of_another_time_holds_by_its_number_and_the_hash_before_it()
    {
        const string text = """{"number":1,"previous":"0000000000000000000000000000000000000000000000000000000000000000","was":"said otherwise"}""";

        var report = await Verify([new(1, text, SealedCertificate.HashOf(text))]);

        Assert.True(report.Intact);
    }

    private static void Tamper(List<SealedCertificate> chain, string how)
    {
        var third = chain[2];
        switch (how)
        {
            case "altered text": chain[2] = third with { Text = third.Text.Replace("7340032", "7340033", StringComparison.Ordinal) }; break;
            case "altered hash": chain[2] = third with { Hash = new string('b', 64) }; break;
            case "altered and sealed anew": chain[2] = SealedCertificate.Seal(third.Read() with { DecidedBy = "somebody else" }); break;
            case "altered row number": chain[2] = third with { Number = 2 }; break;
            case "another's number sealed in it": chain[2] = SealedCertificate.Seal(third.Read() with { Number = 9 }) with { Number = 3 }; break;
            case "missing": chain.RemoveAt(2); break;
            case "first is missing": chain.RemoveAt(0); break;
            case "swapped": (chain[2], chain[3]) = (chain[3], chain[2]); break;
            case "duplicated": chain.Insert(3, third); break;
            case "empty text": chain[2] = Sealed(""); break;
            case "two numbers in one text": chain[2] = Sealed("{\"number\":9," + third.Text[1..]); break;
            case "no previous": chain[2] = Sealed("{\"number\":3}"); break;
            case "added at the end": chain.Add(SealedCertificate.Seal(Chain.Certificate(6, chain[3].Hash))); break;
            default: throw new ArgumentOutOfRangeException(nameof(how));
        }
    }

    private static SealedCertificate Sealed(string text) => new(3, text, SealedCertificate.HashOf(text));

    private static Task<ChainReport> Verify(IEnumerable<SealedCertificate> chain) =>
        CertificateChain.Verify(chain.ToAsyncEnumerable());
}

namespace WelWee3D.Tests.Storage;

public sealed class StoredJsonTests
{
    [Fact]
    public void A_list_or_text_that_is_not_there_is_empty()
    {
        var item = StoredJson.Read<LedgerItem>("""{"id":"019aab5e3c7b70008000000000000000","subjects":null}""")!;
        var suspension = StoredJson.Read<Suspension>("{}")!;

        Assert.Empty(item.Subjects);
        Assert.Empty(item.Files);
        Assert.Null(item.Within);
        Assert.Equal(("", null), (suspension.Kind, suspension.Reason));
    }

    [Fact]
    public void What_nothing_can_stand_for_is_missed() =>
        Assert.Throws<JsonException>(() => StoredJson.Read<LedgerLine>("""{"id":"messages-1","kind":"message"}"""));

    [Theory]
    [InlineData("null")]
    [InlineData(null)]
    public void What_must_be_there_is_missed(string? json) => Assert.Throws<JsonException>(() => StoredJson.ReadRequired<LedgerLine>(json));

    [Theory]
    [InlineData("\"hologram\"")]
    [InlineData("\"Paper!\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"by":["paper"]}""")]
    public void A_name_that_is_not_known_is_none(string channel)
    {
        var consent = StoredJson.Read<ConsentGiven>($$"""{"channel":{{channel}},"purpose":"keep-scan","answer":"withdrawn"}""")!;

        Assert.Equal((null, Purpose.KeepScan, ConsentAnswer.Withdrawn), (consent.Channel, consent.Purpose, consent.Answer));
    }

    [Fact]
    public void Every_name_that_is_written_is_read_back()
    {
        foreach (var channel in Enum.GetValues<Channel>())
            Assert.Equal(channel, StoredJson.Read<Channel?>(StoredJson.Write<Channel?>(channel)));
        foreach (var format in Enum.GetValues<ScanFormat>())
            Assert.Equal(format, StoredJson.Read<ScanFormat?>(StoredJson.Write<ScanFormat?>(format)));
    }

    [Fact]
    public void Every_enumeration_in_what_is_stored_may_be_absent()
    {
        var stored = new[] { typeof(Order), typeof(Client), typeof(Scan), typeof(ScanFacts), typeof(ConsentGiven), typeof(Hold), typeof(Run),
            typeof(StoredLine), typeof(LedgerLine), typeof(Certificate), typeof(DestructionTask), typeof(ContactMessage), typeof(Upload) };

        Assert.DoesNotContain(stored.SelectMany(type => type.GetProperties()), property => property is { CanWrite: true, PropertyType.IsEnum: true });
    }
}

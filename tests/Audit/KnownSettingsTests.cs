namespace WelWee3D.Tests.Audit;

public sealed class KnownSettingsTests : OwnWorld
{
    [Fact]
    public async Task The_first_morning_knows_of_no_change() => Assert.Empty(await Morning());

    [Fact]
    public async Task A_setting_that_is_otherwise_is_in_the_audit_by_its_name_and_without_its_value()
    {
        await Morning();
        await using var released = await world.Beside(new WorldOptions { Settings = new Dictionary<string, string?> { ["Mail:Practice"] = "anders@voorbeeld.nl" } });

        var told = await Morning(released);

        var change = Assert.Single(told);
        Assert.Equal(("change", "U", "setting|Mail:Practice", AuditEvent.TheApp), (change.Action, change.ActionCode, change.About, change.Who));
        Assert.Null(change.Role);
        Assert.DoesNotContain(await world.Storage.Rows(KnownSettings.TableName), row => row.GetString("Value").Contains("anders", StringComparison.Ordinal));
        Assert.Single(await Morning(released));
    }

    [Fact]
    public async Task Of_no_setting_anything_is_kept_that_can_be_guessed_without_the_key_also_where_it_was_before()
    {
        await Morning();
        var guessed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Settings.Practice)));
        var kept = await Kept();
        await world.Storage.Table(KnownSettings.TableName).UpdateEntityAsync(new TableEntity("settings", "setting|Mail:Practice") { ["Value"] = guessed }, Azure.ETag.All);

        Assert.Empty(await Morning());

        Assert.NotEqual(guessed, kept);
        Assert.Equal(kept, await Kept());
    }

    [Fact]
    public async Task While_the_key_is_being_changed_it_is_the_only_change()
    {
        await Morning();
        await using var changed = await world.Beside(new WorldOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["Subjects:HmacKey"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]), ["Subjects:FormerHmacKey"] = Convert.ToBase64String(new byte[32]),
            },
        });

        Assert.Equal(["setting|Subjects:FormerHmacKey", "setting|Subjects:HmacKey"], (await Morning(changed)).Select(each => each.About).Order());
    }

    private async Task<string?> Kept() =>
        (await world.Storage.Rows(KnownSettings.TableName)).Single(row => row.RowKey == "setting|Mail:Practice").GetString("Value");

    [Fact]
    public async Task A_term_that_is_otherwise_is_in_the_audit_with_both()
    {
        await Morning();
        await world.Storage.Table(KnownSettings.TableName).UpdateEntityAsync(
            new TableEntity("settings", "rule|contact-message") { ["Value"] = "P3Y" }, Azure.ETag.All);

        var change = Assert.Single(await Morning());

        Assert.Equal(("rule|contact-message", "P5Y, was P3Y"), (change.About, change.Reason));
        Assert.Single(await Morning());
    }

    [Fact]
    public async Task What_is_no_longer_set_is_a_change_too()
    {
        await Morning();
        await world.Storage.Table(KnownSettings.TableName).AddEntityAsync(new TableEntity("settings", "setting|Contact:Former") { ["Value"] = "0" });

        Assert.Equal("setting|Contact:Former", Assert.Single(await Morning()).About);
        Assert.Single(await Morning());
    }

    private Task<List<AuditEvent>> Morning() => Morning(world);

    private async Task<List<AuditEvent>> Morning(World instance)
    {
        await instance.Function<NoteSettings>().Run(new(), default);
        return await world.Get<AuditEvents>().From(first: null, world.Today, world.Today, 100, default).ToListAsync();
    }
}

namespace WelWee3D.Tests.Pages;

/// <summary>What is configured can be read in the console, and no secret with it.</summary>
public sealed class ListSettingsTests(ListSettingsTests.Configured http) : IClassFixture<ListSettingsTests.Configured>
{
    [Theory]
    [InlineData("Contact:Origins", "https://www.voorbeeld.nl, https://voorbeeld.nl", "https://www.voorbeeld.nl, https://voorbeeld.nl")]
    [InlineData("Contact:RequireProof", "nee", "no")]
    [InlineData("Contact:Colleagues", "1", "1")]
    [InlineData("Retention:RecoveryDays", "7 dagen", "7 days")]
    [InlineData("Mail:Mailboxes", "PRAKTIJK", "PRAKTIJK")]
    [InlineData("Printers", "PA12", "PA12")]
    [InlineData("Quotes:OneStopShop", "ja", "yes")]
    public async Task Each_is_told_in_both_languages(string name, string dutch, string english)
    {
        var listed = await http.Officer.GetFromJsonAsync<JsonElement>("api/settings");

        var value = listed.GetProperty("items").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name).GetProperty("value");
        Assert.Equal((dutch, english), (value.GetProperty("dutch").GetString(), value.GetProperty("english").GetString()));
    }

    [Fact]
    public async Task No_key_no_connection_and_no_address_of_a_colleague_is_among_them()
    {
        var listed = await http.Officer.GetStringAsync("api/settings");

        Assert.All(
            (string[])["SG.very-secret", "smtp-secret", "AccountKey", Convert.ToBase64String(new byte[32]), "planning@voorbeeld.nl"],
            secret => Assert.DoesNotContain(secret, listed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_for_who_answers_for_privacy()
    {
        using var staff = await http.Staff.GetAsync("api/settings");

        Assert.Equal(HttpStatusCode.Forbidden, staff.StatusCode);
    }

    public sealed class Configured : HttpWorld
    {
        protected override WorldOptions Options => new()
        {
            Settings = new Dictionary<string, string?>
            {
                ["Contact:Origins:0"] = "https://www.voorbeeld.nl", ["Contact:Origins:1"] = "https://voorbeeld.nl", ["Quotes:OneStopShop"] = "true",
                ["Contact:Colleagues:0"] = "planning=planning@voorbeeld.nl", ["Mail:SendGridKey"] = "SG.very-secret", ["Mail:SmtpUser"] = "post", ["Mail:SmtpPassword"] = "smtp-secret",
            },
        };
    }
}

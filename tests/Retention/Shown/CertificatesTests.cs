using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Retention.Shown;

public sealed class CertificatesTests(HttpWorld http) : IClassFixture<HttpWorld>, IDisposable
{
    private readonly World world = http.World;
    private readonly Promises promises = new(http);

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task A_sweep_answers_with_its_run_which_is_listed_as_the_newest()
    {
        await world.Given.Message(on: world.Today.AddYears(-5));

        var run = await promises.Sweep();
        var newest = (await promises.Json("runs?limit=1")).GetProperty("items")[0];

        Assert.True(run.GetProperty("complete").GetBoolean());
        Assert.Equal(1, run.GetProperty("destroyed").GetProperty("message").GetInt32());
        Assert.Equal(run.GetRawText(), newest.GetRawText());
    }

    [Fact]
    public async Task Runs_are_listed_once_each_newest_first()
    {
        for (var each = 0; each < 3; each++)
            await promises.Sweep();

        var (runs, pages) = await promises.Pages("runs?limit=2");
        var started = runs.Select(run => run.GetProperty("startedAt").GetDateTimeOffset()).ToList();

        Assert.True(runs.Count >= 3);
        Assert.All(pages, count => Assert.InRange(count, 1, 2));
        Assert.Distinct(runs.Select(run => run.GetProperty("id").GetString()));
        Assert.Equal(started.OrderDescending(), started);
    }

    [Fact]
    public async Task The_certificates_that_were_fetched_are_verified_without_storage()
    {
        foreach (var days in (int[])[0, 1, 2])
        {
            await world.Given.Message(on: world.Today.AddYears(-5).AddDays(-days));
            await promises.Sweep();
        }

        var (certificates, _) = await promises.Pages("certificates?limit=2");
        await File.WriteAllTextAsync(file, $"[{string.Join(',', certificates.Select(each => each.GetRawText()))}]");
        var newest = certificates[0];
        using var output = new StringWriter();
        var exit = await CommandLine.Run(["verify", file, "--newest", newest.GetProperty("hash").GetString()!], output, output);

        Assert.Equal(Enumerable.Range(1, certificates.Count).Reverse(), certificates.Select(each => each.GetProperty("number").GetInt32()));
        Assert.True(exit == 0, output.ToString());
        Assert.Equal(
            SealedCertificate.HashOf(newest.GetProperty("text").GetString()!), newest.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task The_whole_chain_comes_as_one_stream_the_first_first_and_a_page_says_where()
    {
        await world.Given.Message(on: world.Today.AddYears(-5));
        await promises.Sweep();
        var whole = (await promises.Json("certificates?limit=1")).GetProperty("all").GetString()!;

        await world.Get<Checkpoints>().Write(world.Today.AddDays(1), default);
        await File.WriteAllTextAsync(file, await http.Officer.GetStringAsync(whole));
        using var output = new StringWriter();
        var numbers = (await promises.Json("certificates?all")).GetProperty("items").EnumerateArray()
            .Select(certificate => certificate.GetProperty("number").GetInt32()).ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(0, await CommandLine.Run(["verify", file], output, output));
        Assert.Contains("Checkpoints that it holds against: 1", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, (await promises.Json("certificates/verify")).GetProperty("checkpoints").GetInt32());
    }

    [Fact]
    public async Task The_chain_in_storage_is_verified_and_an_altered_certificate_is_named()
    {
        await world.Given.Message(on: world.Today.AddYears(-5));
        await promises.Sweep();
        var whole = await promises.Json("certificates/verify");
        var table = world.Get<StorageAccounts>().Tables("Ledger").GetTableClient(Certificates.TableName);
        var first = await table.QueryAsync<TableEntity>("Number eq 1").SingleAsync();
        var text = first.GetString("Text");

        first["Text"] = text.Replace("sweep", "s", StringComparison.Ordinal).Replace("\"count\":1", "\"count\":2", StringComparison.Ordinal);
        await table.UpdateEntityAsync(first, Azure.ETag.All, TableUpdateMode.Replace);
        var broken = await promises.Json("certificates/verify");
        first["Text"] = text;
        await table.UpdateEntityAsync(first, Azure.ETag.All, TableUpdateMode.Replace);

        Assert.True(whole.GetProperty("intact").GetBoolean());
        Assert.Equal(whole.GetProperty("checked").GetInt32(), whole.GetProperty("newest").GetProperty("number").GetInt32());
        Assert.False(broken.GetProperty("intact").GetBoolean());
        Assert.Equal((0, 1), (broken.GetProperty("checked").GetInt32(), broken.GetProperty("broken").GetProperty("number").GetInt32()));
        Assert.Equal(whole.GetProperty("newest").GetRawText(), broken.GetProperty("newest").GetRawText());
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "", "nl")]
    [InlineData("text/html", "?language=en", "en")]
    [InlineData("text/html;q=0.9, application/json;q=0.5", "?language=nl", "nl")]
    public async Task A_certificate_is_a_page_for_whoever_asks_for_one(string accept, string query, string language)
    {
        await world.Given.Message(on: world.Today.AddYears(-5));
        await promises.Sweep();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/retention/certificates/1{query}");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var answer = await http.Officer.SendAsync(request);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains($"<html lang=\"{language}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9,nl;q=0.8", "en")]
    [InlineData("nl-BE", "nl")]
    [InlineData("de, en;q=0.5", "en")]
    [InlineData("fr", "nl")]
    public async Task The_language_follows_the_settings_of_the_browser(string settings, string language)
    {
        await world.Given.Message(on: world.Today.AddYears(-5));
        await promises.Sweep();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/retention/certificates/1");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", settings);

        using var answer = await http.Officer.SendAsync(request);

        Assert.Contains($"<html lang=\"{language}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certificates?continuation=garbage", "continuation")]
    [InlineData("certificates?continuation=0", "continuation")]
    [InlineData("certificates?continuation=-1", "continuation")]
    [InlineData("certificates?limit=0", "limit")]
    [InlineData("runs?continuation=garbage", "continuation")]
    [InlineData("runs?limit=1000", "limit")]
    [InlineData("certificates/1?language=de", "language")]
    public async Task What_makes_no_sense_is_refused_by_its_name(string path, string field)
    {
        using var answer = await promises.Ask(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    [Theory]
    [InlineData("certificates/0")]
    [InlineData("certificates/-1")]
    [InlineData("certificates/2147483647")]
    [InlineData("certificates/99999999999")]
    [InlineData("certificates/one")]
    public async Task A_certificate_that_was_never_issued_is_not_found(string path)
    {
        using var answer = await promises.Ask(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

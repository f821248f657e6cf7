namespace WelWee3D.Tests.Local;

public sealed class KeptLettersTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Letters_survive_a_restart_and_what_was_half_written_does_not_keep_it_from_starting()
    {
        var file = new DataFolder(folder.FullName).Mailbox;
        await using (var app = await Start(file))
        {
            using var http = new HttpClient { BaseAddress = app.BaseAddress };
            foreach (var subject in (string[])["Oud", "Nieuw"])
                (await http.PostAsJsonAsync("local/sendgrid/v3/mail/send", Letter(subject))).EnsureSuccessStatusCode();
        }
        await File.AppendAllTextAsync(file, "\n{\"To\":\"an");

        await using var again = await Start(file);
        using var reading = new HttpClient { BaseAddress = again.BaseAddress };
        var letters = await reading.GetFromJsonAsync<JsonElement>("local/mail");

        Assert.Equal(["Nieuw", "Oud"], letters.EnumerateArray().Select(letter => letter.GetProperty("subject").GetString()));
    }

    private static object Letter(string subject) => new
    {
        from = new { email = "3d@example.org" },
        subject,
        personalizations = new[] { new { to = new[] { new { email = "anna@example.org" } } } },
        content = new[] { new { type = "text/plain", value = "Platte tekst" } },
    };

    private static async Task<LocalApp> Start(string mailbox) => await LocalApp.Start(new LocalAppOptions
    {
        Storage = Task.FromResult(await Emulators.NewAccount()),
        Functions = typeof(SampleFunctions).Assembly,
        RunTimers = false,
        Mailbox = mailbox,
    });
}

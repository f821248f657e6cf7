namespace WelWee3D.Tests.Browser;

/// <summary>How staff come in: by Entra ID, whose own library runs in the page.</summary>
[Collection(PracticeStories.Name)]
public sealed class SignInTests(Practice practice)
{
    /// <summary>The file that Entra's library is in.</summary>
    internal static readonly string Library = Path.GetFileName(Directory.EnumerateFiles(Path.Combine(Source.Root, "web", "dist"), "*.js")
        .Single(file => File.ReadAllText(file).Contains("msal.js.browser", StringComparison.Ordinal)));

    [Fact]
    public async Task By_Entra_ID_staff_come_back_to_the_page_that_they_began_at_and_go_out_again()
    {
        await using var screen = await practice.Open();
        screen.Expected.Add(EntraStandIn.Host);
        await new EntraStandIn(practice.Address, await practice.Token(["staff"]), ["staff"]).Answer(screen.Page.Context);

        await screen.Go("/staff/orders");
        await screen.Press("Inloggen met je werkaccount");
        await screen.Follow("Ga verder als Wies");
        await screen.SeesRows();

        Assert.Contains(await screen.Scripts(), script => script.EndsWith(Library, StringComparison.Ordinal));
        Assert.EndsWith("/staff/orders", screen.Page.Url, StringComparison.Ordinal);
        await screen.Sees("Wies Assistente");
        // What her roles do not let her see is not offered.
        Assert.Equal(0, await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Verzoeken" }).CountAsync());

        await screen.Page.ReloadAsync();
        await screen.SeesRows();
        await screen.Press("Uitloggen");
        await screen.Sees("Uitgelogd");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_has_no_role_yet_is_told_so()
    {
        await using var screen = await practice.Open();
        screen.Expected.Add(EntraStandIn.Host);
        await new EntraStandIn(practice.Address, await practice.Token(["staff"]), []).Answer(screen.Page.Context);

        await screen.Go("/staff");
        await screen.Press("Inloggen met je werkaccount");
        await screen.Follow("Ga verder als Wies");

        await screen.Sees("je account heeft hier nog geen rol");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_has_to_sign_in_again_in_the_middle_of_a_form_does_so_beside_it_and_loses_nothing()
    {
        await using var screen = await practice.Open();
        screen.Expected.UnionWith([EntraStandIn.Host, "status of 400"]);
        var entra = new EntraStandIn(practice.Address, await practice.Token(["staff"]), ["staff"], lasts: 60);
        await entra.Answer(screen.Page.Context);
        await screen.Go("/staff/orders");
        await screen.Press("Inloggen met je werkaccount");
        await screen.Follow("Ga verder als Wies");
        await screen.SeesRows();
        await screen.Follow("Nieuwe bestelling");
        await screen.Fill("Naam", "Pien Overmars");
        await screen.Fill("E-mail", "pien.overmars@voorbeeld.example");

        entra.HasLapsed = true;
        await screen.Press("Bestelling openen");
        await screen.Sees("Je bent niet meer ingelogd.");
        Assert.Equal("Pien Overmars", await screen.Page.GetByLabel("Naam").InputValueAsync());
        await screen.Picture("story-signed-out");

        entra.HasLapsed = false;
        var window = await screen.Page.RunAndWaitForPopupAsync(() => screen.Press("Opnieuw inloggen"));
        await window.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Ga verder als Wies" }).ClickAsync();
        await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Opnieuw inloggen" }).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await screen.Press("Bestelling openen");
        await screen.Sees("Bestelling geopend");
        await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Pien Overmars" }).WaitForAsync();
        Assert.True(window.IsClosed);
        Assert.Empty(screen.Problems);
    }
}

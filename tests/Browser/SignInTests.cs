namespace WelWee3D.Tests.Browser;

/// <summary>How staff come in: by Entra ID, whose own library runs in the page.</summary>
[Collection(PracticeStories.Name)]
public sealed class SignInTests(Practice practice)
{
    [Fact]
    public async Task By_Entra_ID_staff_come_back_to_the_page_that_they_began_at_and_go_out_again()
    {
        await using var screen = await practice.Open();
        screen.Expected.Add(EntraStandIn.Host);
        await new EntraStandIn(practice.Address, await practice.Token(["staff"]), ["staff"]).Answer(screen.Page);

        await screen.Go("/staff/orders");
        await screen.Press("Inloggen met je werkaccount");
        await screen.Follow("Ga verder als Wies");
        await screen.Sees("Femke de Vries");

        Assert.EndsWith("/staff/orders", screen.Page.Url, StringComparison.Ordinal);
        await screen.Sees("Wies Assistente");
        // What her roles do not let her see is not offered.
        Assert.Equal(0, await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Verzoeken" }).CountAsync());

        await screen.Page.ReloadAsync();
        await screen.Sees("Femke de Vries");
        await screen.Press("Uitloggen");
        await screen.Sees("Uitgelogd");
        Assert.Empty(screen.Problems);
    }
}

namespace WelWee3D.Tests.Register;

/// <summary>What documents for an inspector say is what is done.</summary>
public sealed class ToldAsItIsTests() : OwnWorld(new()
{
    Settings = new Dictionary<string, string?> { ["Mail:SendGridRegion"] = "Global", ["Quotes:Sender:0"] = "Verloskundigenpraktijk Wel & Wee", ["Quotes:Sender:1"] = "Keizersgracht 1" },
})
{
    [Theory]
    [InlineData("nl", "Verenigde Staten", "Is dat buiten de Europese Economische Ruimte")]
    [InlineData("en", "United States", "Where that is outside the European Economic Area")]
    public void The_register_says_who_is_responsible_and_what_goes_to_which_country_on_which_ground(string language, string region, string ground)
    {
        var register = world.Get<RegisterOfProcessing>().In(language);

        Assert.Equal($"Wel & Wee – 3D, Verloskundigenpraktijk Wel & Wee, Keizersgracht 1, {Settings.Practice}", register.Controller);
        Assert.Equal(region, register.Recipients.Single(each => each.Role == RecipientRole.Mail).Region);
        Assert.Contains(ground, register.Transfers, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_end_what_is_deleted_by_hand_is_not_said_to_be_certified()
    {
        var ending = string.Join(' ', world.Get<ProcessingAnnex>().In("nl").AtTheEnd);

        Assert.Contains("Daar komt geen vernietigingsverklaring van", ending, StringComparison.Ordinal);
        Assert.Contains("nog twee weken terughalen", ending, StringComparison.Ordinal);
    }

    [Fact]
    public void The_concept_tells_of_backups_of_the_letter_with_the_proof_and_of_who_is_responsible()
    {
        var concept = world.Get<RetentionConcept>().In("nl");

        Assert.Contains(concept.Suspensions, told => told.StartsWith("Een brief met het bewijs dat een scan weg is", StringComparison.Ordinal));
        Assert.Contains(concept.Backups, told => told.StartsWith("Er wordt geen back-up gemaakt", StringComparison.Ordinal));
        Assert.StartsWith("De praktijk;", concept.Responsible, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17(3)(b)", "De reden is: de wet verplicht ons de gegevens te bewaren (artikel 17, lid 3, onder b, van de AVG).")]
    [InlineData("77", "De reden is: er is niet in strijd met de wet gehandeld.")]
    public async Task A_complaint_is_not_refused_by_the_article_about_complaints_to_the_authority(string ground, string told)
    {
        var request = await world.Given.Request(agreed: request =>
            (request with { Closing = new(world.Today, "officer", RequestOutcome.Refused, ground) }).Writing(ClosedLetter.Name, world.Now));

        var letter = await world.GetAll<ILetterRenderer>().Single(each => each.Kind == ClosedLetter.Name).Render($"{request.Id}", default);

        Assert.Contains(told, letter!.Body.Text, StringComparison.Ordinal);
    }
}

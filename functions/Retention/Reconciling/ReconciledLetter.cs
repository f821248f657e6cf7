using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention.Reconciling;

/// <summary>Tells the practice what a reconciliation put right, and what it could not.</summary>
public sealed class ReconciledLetter(RunLog runs, IOptions<MailOptions> mail) : ILetterRenderer
{
    private const string Title = "De wekelijkse controle heeft iets gevonden";

    public const string Name = "reconciled";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await runs.Find(Id.Parse(reference), cancellation) is not { } run)
            return null;

        var body = new LetterBody("nl", Title)
            .Say($"Op {LetterBody.Day(run.Until, "nl")} zijn alle bewaarde gegevens nagelopen. Niet alles klopte met elkaar.");
        if (run.Repaired.Count > 0)
            body.Say("Dit is hersteld; je hoeft hiervoor niets te doen:")
                .Facts(run.Repaired.Select(each => (Repairs.InDutch(each.Key), (string?)each.Value.ToString(CultureInfo.InvariantCulture))));
        if (run.Unfinished.Count > 0)
            body.Say("Dit kon niet worden hersteld. Zoek uit wat er aan de hand is:")
                .Facts(InDutch.Facts(run.Unfinished));
        return new(mail.Value.Practice, Title, body.Facts(("Kenmerk van de controle", reference)).Link(mail.Value.Link(StaffPages.Of($"runs/{run.Id}"))));
    }
}

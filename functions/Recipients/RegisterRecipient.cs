using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.Recipients;

/// <summary>Staff register who gets data of clients, before the first is given any; or set right how it is reached.</summary>
public sealed class RegisterRecipient(FrontDoor door, RecipientRegister recipients, IEnumerable<IRecipientFollower> followers, TimeProvider clock)
{
    [Function(nameof(RegisterRecipient))]
    [Describes(
        "Registers who gets data of clients, or sets right how it is reached.", Body = [typeof(Form)], Needs = ["label", "name", "email", "purpose"],
        Example = """{"label": "PRINTER", "name": "Drukkerij De Laag", "email": "privacy@printer.example", "purpose": "het beeldje printen"}""",
        Status = 201, Also = [200], Answer = typeof(Recipient))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/recipients")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = await Body.Json<Form>(request, form => form.Problems(), 4 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (recipient, isNew) = await recipients.Register(read.Value.ToRecipient(clock.Today()), clock.GetUtcNow(), cancellation);
            foreach (var follower in followers)
                await follower.Follow(recipient, cancellation);
            return isNew ? Answers.Created(ApiPaths.Of($"recipients/{recipient.Label}"), recipient) : Answers.Ok(recipient);
        });

    private sealed record Form(string? Label = null, string? Name = null, string? Email = null, string? Purpose = null, string Language = "nl")
    {
        public Problems Problems()
        {
            var problems = new Problems();
            if (!RecipientLabel.TryParse(Label, out _))
                problems.Add("label", RecipientLabel.Form);
            problems.CheckText("name", Name?.Trim(), 200);
            problems.CheckEmail("email", Email?.Trim());
            problems.CheckText("purpose", Purpose?.Trim(), 200);
            problems.CheckLanguage("language", Language);
            return problems;
        }

        /// <summary>Once there are no problems.</summary>
        public Recipient ToRecipient(DateOnly today) => new(
            Label!.Trim().ToUpperInvariant(), Name!.Trim(), MailAddresses.Kept(Email!), Purpose!.Trim(), FieldRules.Language(Language), today);
    }
}

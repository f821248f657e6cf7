using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

public sealed class ClosePrivacyRequest(FrontDoor door, RequestChanges requests)
{
    [Function(nameof(ClosePrivacyRequest))]
    [Describes(
        "Closes a request with a letter that is its answer.", Body = [typeof(Form)], Needs = ["outcome"], Example = """{"outcome": "done"}""",
        Answer = typeof(RequestView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy-requests/{id}/close")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await Body.Json<Form>(request, form => form.Problems(), 16 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            var form = read.Value;
            if (await requests.Find(id, cancellation) is not { } found)
                return Answers.NotFound("request");
            if (form.GroundProblems(found.Kind) is { Any: true } problems)
                return Answers.Invalid(problems);

            var original = form.Of is { } of ? await requests.Find($"{of}", cancellation) : null;
            var act = requests.ActOf(caller);
            var closing = new Closing(act.Today, caller.Id, form.Outcome!.Value, form.Ground, form.Note?.Trim(), form.Of);
            return await requests.Change(id, standing => RequestRules.Close(standing, closing, original, act), cancellation);
        });

    /// <param name="Ground">The article, from <see cref="PrivacyRequests.Ground.All"/>.</param>
    /// <param name="Note">What the letter adds.</param>
    private sealed record Form(RequestOutcome? Outcome = null, string? Ground = null, string? Note = null, Id? Of = null)
    {
        private const int MaxNote = 2000;

        private bool IsRefusal => Outcome is RequestOutcome.Refused or RequestOutcome.Partly;

        public Problems Problems()
        {
            var problems = new Problems();
            if (Outcome is null)
                problems.Add("outcome", "Is required.");
            if (Note is { } note)
                problems.CheckLines("note", note.Trim(), MaxNote);
            if (Outcome is not null && Outcome == RequestOutcome.Duplicate != Of is not null)
                problems.Add("of", "Is for a duplicate: the id of the request that is answered.");
            return problems;
        }

        public Problems GroundProblems(RequestKind kind)
        {
            var grounds = PrivacyRequests.Ground.Of(kind).Select(ground => ground.Article).ToList();
            if (IsRefusal ? Ground is { } given && grounds.Contains(given) : Ground is null)
                return [];
            return new()
            {
                { "ground", IsRefusal ? $"Must be the article by which it is refused, one of: {string.Join(", ", grounds)}." : "Is for what is refused." },
            };
        }
    }
}

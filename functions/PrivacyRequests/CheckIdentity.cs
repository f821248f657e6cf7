using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Quotes;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Asks who the person is, and notes what they answered: with a code that was sent to the mail address on record, or with two
/// facts over the phone. No document is asked for, and no answer is kept.
/// </summary>
public sealed class CheckIdentity(FrontDoor door, RequestChanges requests, ConfirmationLinks links, SubjectRecords records, SubjectKeys keys)
{
    [Function(nameof(CheckIdentity))]
    [Describes(
        "Asks who a person is, or notes what they answered.", Body = [typeof(Form)], Example = """{"facts": ["orderDate", "scanDate"]}""",
        Answer = typeof(RequestView), Also = [202, 409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy-requests/{id}/identity")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await Body.Json<Form>(request, form => form.Problems(), 8 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            var (form, act) = (read.Value, requests.ActOf(caller));
            if (form.Method is { } method)
                return await Ask(id, method, act, cancellation);
            return form.Code is { } code
                ? await Give(id, code, act, cancellation)
                : await requests.Change(id, found => RequestRules.GiveFacts(found, [.. form.Facts!.Distinct()], act), cancellation);
        });

    private async Task<IResult> Ask(string id, IdentityMethod method, Act act, CancellationToken cancellation)
    {
        if (await requests.Find(id, cancellation) is not { } request)
            return Answers.NotFound("request");
        var isOnRecord = method == IdentityMethod.Code && await IsOnRecord(request.Email, cancellation);
        return await requests.Change(id, found => RequestRules.AskIdentity(found, method, isOnRecord, act), Answers.Accepted, cancellation);
    }

    private Task<IResult> Give(string id, string code, Act act, CancellationToken cancellation) => requests.Change(
        id,
        found => RequestRules.GiveCode(found, found.Identity is { } check && links.IsCode(code, found, check.Codes), act),
        view => view.Identity is { EstablishedOn: not null }
            ? Answers.Ok(view)
            : Answers.Invalid(new Problems { { "code", "Is not the code that was sent last." } }),
        cancellation);

    // Only staff write an order or a quote. Into a form anybody fills in any address, and to a package's anything may be sent.
    private async Task<bool> IsOnRecord(string email, CancellationToken cancellation) =>
        (await records.Find(keys.AllOfEmail(email), cancellation)).Records.Any(record => record.Item.Kind is Order.Kind or QuoteRegister.Kind);

    /// <param name="Method">How it is asked.</param>
    /// <param name="Code">What the person told of it.</param>
    /// <param name="Facts">Which facts the person told rightly over the phone.</param>
    private sealed record Form(IdentityMethod? Method = null, string? Code = null, IReadOnlyList<IdentityFact>? Facts = null)
    {
        public Problems Problems()
        {
            var problems = new Problems();
            if (((object?[])[Method, Code, Facts]).Count(each => each is not null) != 1)
                problems.Add("method", "Must be given alone, or code, or facts.");
            else if (Facts is not null && Facts.Distinct().Count() < IdentityCheck.FewestFacts)
                problems.Add("facts", $"Must be {IdentityCheck.FewestFacts} at least.");
            return problems;
        }
    }
}

using System.Text.Json.Nodes;
using WelWee3D.Http;

namespace WelWee3D.Mail;

/// <summary>Where SendGrid tells which letters came back. It signs in by its signature.</summary>
public sealed class ReceiveMailEvents(FrontDoor door, MailEvents events)
{
    private const long MaxBytes = 1024 * 1024;

    [Function(nameof(ReceiveMailEvents))]
    [Describes(
        "Takes from SendGrid, by its signature, which letters came back.", Body = [typeof(JsonArray)], Example = """[]""",
        Status = 204, Also = [403, 404], Never = [415, 422], Headers = [MailEvents.Signature, MailEvents.Timestamp])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/events")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (!events.AreExpected)
                return Answers.NotFound("address");
            if (await Body.Bytes(request, MaxBytes, cancellation) is not { } body)
                return Answers.TooLarge(MaxBytes);
            if (!events.AreSigned(request.Headers, body))
                return Answers.Refusal(StatusCodes.Status403Forbidden, "This was not signed by who may tell it, or not just now.");
            if (Read(body) is not { } told)
                return Answers.Unreadable("body", "Must be a list of events, in JSON.");
            await events.Note(told, cancellation);
            return Answers.NoContent();
        });

    private static JsonElement? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body) is { ValueKind: JsonValueKind.Array } list ? list : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WelWee3D.Local;

/// <summary>Takes letters as SendGrid does, and shows them instead of sending them.</summary>
/// <param name="file">Where they are kept, a line each; null keeps them in memory.</param>
internal sealed class Mailbox(TimeProvider clock, string? file)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly ConcurrentStack<Letter> letters = new(Kept(file));
    private readonly Lock writing = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/local/sendgrid/v3/mail/send", Receive);
        routes.MapGet("/local/mail", () => Results.Json(letters));
        routes.MapGet("/local/mailbox", () => Results.Content(MailboxPage.Render([.. letters]), "text/html; charset=utf-8"));
    }

    private async Task<IResult> Receive(HttpRequest request, CancellationToken cancellation)
    {
        MailSend? mail;
        try
        {
            mail = await JsonSerializer.DeserializeAsync<MailSend>(request.Body, SnakeCase, cancellation);
        }
        catch (JsonException)
        {
            mail = null;
        }
        if (mail is not { From.Email: { } from, Subject: { Length: > 0 } subject, Personalizations.Length: > 0, Content.Length: > 0 })
            return Results.Json(new { errors = new[] { new { message = "from, subject, personalizations and content are needed" } } }, statusCode: 400);
        foreach (var to in mail.Personalizations.SelectMany(one => one.To ?? []))
            Keep(new Letter(to.Email, subject, Part(mail, "text/plain"), Part(mail, "text/html"), from, clock.GetUtcNow()));
        return Results.Accepted();
    }

    private void Keep(Letter letter)
    {
        lock (writing)
        {
            letters.Push(letter);
            if (file is not null)
                File.AppendAllText(file, "\n" + JsonSerializer.Serialize(letter));
        }
    }

    private static IEnumerable<Letter> Kept(string? file) =>
        file is null || !File.Exists(file) ? [] : File.ReadLines(file).Select(Read).OfType<Letter>();

    private static Letter? Read(string line)
    {
        try
        {
            return line.Length > 0 ? JsonSerializer.Deserialize<Letter>(line) : null;
        }
        catch (JsonException)
        {
            // A host that was killed had not written all of it.
            return null;
        }
    }

    private static string? Part(MailSend mail, string type) => mail.Content!.FirstOrDefault(part => part.Type == type)?.Value;

    public sealed record Letter(string? To, string Subject, string? Text, string? Html, string From, DateTimeOffset SentAt);

    private sealed record MailSend(Address? From, string? Subject, Personalization[]? Personalizations, ContentPart[]? Content);

    private sealed record Personalization(Address[]? To);

    private sealed record Address(string? Email);

    private sealed record ContentPart(string? Type, string? Value);
}

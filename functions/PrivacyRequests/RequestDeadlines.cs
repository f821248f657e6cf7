using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>Reminds of requests seven, three and one days before they must be answered, and each day once that is past.</summary>
public sealed class RequestDeadlines(RequestRegister requests, IOptions<MailOptions> mail) : IReminder
{
    private static readonly int[] DaysBefore = [7, 3, 1];

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await Due(today, today, cancellation).AnyAsync(cancellation);

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var isTold = false;
        // Those that can be read are told before one that cannot ends it.
        await foreach (var request in Due(day, today, cancellation))
        {
            if (!isTold)
                letter.Say("Deze privacyverzoeken moeten worden beantwoord. Zoek ze op met hun kenmerk:").Link(mail.Value.Link(StaffPages.Of("requests")));
            isTold = true;
            letter.Facts(
                ("Verzoek", $"{Reference.Of(request.Id)}"),
                ("Uiterlijk", LetterBody.Day(request.Deadline.End, "nl")),
                ("Tijd", InDutch.Left(request.Deadline.End.DayNumber - today.DayNumber)),
                ("Stilgezet sinds", Since(request)));
        }
        return isTold;
    }

    /// <param name="day">The day of the letter: what it was to tell, it tells also when it goes out later.</param>
    private IAsyncEnumerable<PrivacyRequest> Due(DateOnly day, DateOnly today, CancellationToken cancellation) =>
        requests.Open(day.AddDays(DaysBefore.Max()), cancellation).Where(request =>
            DaysBefore.Contains(request.Deadline.End.DayNumber - day.DayNumber) || (request.Deadline.End < today && Since(request) is null));

    // As long as it is not known who the person is, nothing is late.
    private static string? Since(PrivacyRequest request) =>
        request.SuspendedSince is { } since ? LetterBody.Day(since, "nl") : null;
}

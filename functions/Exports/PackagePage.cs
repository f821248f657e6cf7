using WelWee3D.Audit;
using WelWee3D.Http;
using WelWee3D.Orders.ByLink;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;
using static WelWee3D.Http.VisitorPage;

namespace WelWee3D.Exports;

/// <summary>A record as the page tells it.</summary>
/// <param name="Name">What its kind is called.</param>
internal sealed record ToldRecord(Words Name, KeptRecord Record);

/// <summary>
/// The page of a package for people: what is kept, why and until when, and what they can do about it (GDPR article 15(1)). It
/// opens from disk, and asks nobody for anything.
/// </summary>
internal sealed class PackagePage(Package package, NamedRecipients recipients, Controller controller, Uri requestForm)
{
    public const string File = "index.html";

    private static readonly RetentionRule[] Besides = [RetentionSchedule.AuditDay, RetentionSchedule.LineSubjects, RetentionSchedule.Export];

    private readonly PackageWords words = new(package.Language);
    private readonly ConsentWords consent = new(package.Language);
    private readonly PlainWords plain = PlainWords.In(package.Language);
    private readonly DateOnly today = Amsterdam.DateOf(package.At);

    /// <param name="unread">How much there is that could not be read, and is not in it.</param>
    public string Of(IReadOnlyList<ToldRecord> records, IReadOnlyList<ScanLook> looks, int unread) => VisitorPage.Alone(words.Title, package.Language, $"""
        <h1>{HtmlEncode(words.Title)}</h1>
        <p>{HtmlEncode(words.Intro(plain.Date(today), unread))}</p>
        {Card(words.Kept, List(records.Select(Told)))}
        {Card(words.Besides, List(Besides.Select(Told)))}
        {Card(words.Purposes, List(words.EachPurpose.Select(HtmlEncode)!))}
        {Card(words.Recipients, List(Named().Concat(package.Recipients.Select(Given)).Select(Told)) + Paragraph(plain.Of(RecipientWords.Transfers)) + Paragraph(words.NobodyElse))}
        {Card(words.Rights, Rights())}
        {Card(words.Sources, Paragraph(words.FromYou))}
        {Card(words.Looks, looks.Count == 0 ? Paragraph(words.NoLooks) : List(looks.Select(look => HtmlEncode(consent.Told(look)))!))}
        {Card(words.Files, Paragraph(words.ForPrograms) + List(package.Files.Select(Told)))}
        """);

    private string Told(ToldRecord told)
    {
        var why = told.Record.Retention;
        var until = why.SuspendedBy.Count == 0 ? words.Until(plain.Date(why.Deadline)) : words.Longer;
        var reason = RetentionSchedule.Find(why.Rule)?.Reason is { } known ? Paragraph(plain.Of(known)) : "";
        return $"""
            <strong>{HtmlEncode(words.Of(plain.Of(told.Name), plain.Date(Amsterdam.DateOf(told.Record.Item.Id.MadeAt))))}</strong>, {HtmlEncode(until)}
            {reason}<details{(why.SuspendedBy.Count == 0 ? "" : " open")}><summary>{HtmlEncode(words.WorkedOut)}</summary>{Paragraph(plain.Kept(why, today))}</details>
            """;
    }

    private string Told(RetentionRule rule) => HtmlEncode(plain.Promise(rule));

    private static string Told((string Name, string Purpose) recipient) =>
        $"<strong>{HtmlEncode(recipient.Name)}</strong>: {HtmlEncode(recipient.Purpose)}";

    private IEnumerable<(string Name, string Purpose)> Named() =>
        recipients.In(package.Language).Select(each => (each.Name, RecipientWords.Told(each, package.Language)));

    private (string Name, string Purpose) Given(GivenTo recipient) =>
        (recipient.Name, words.GivenOn(recipient.Purpose, plain.Date(recipient.On)));

    private string Told(PackageFile file)
    {
        var address = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
        var name = file.Table is { } table ? plain.Of(table.Title) : file.Path[(file.Path.LastIndexOf('/') + 1)..];
        return $"""<a href="{HtmlEncode(address)}">{HtmlEncode(name)}</a> <span class="soft">{HtmlEncode(words.Bytes(plain.Number(file.Bytes)))}</span>""";
    }

    private string Rights() => $"""
        {List(words.EachRight.Select(HtmlEncode)!)}
        <p>{HtmlEncode(words.HowTo)} <a href="{HtmlEncode(requestForm.AbsoluteUri)}">{HtmlEncode(words.RequestForm)}</a>. {HtmlEncode(words.OrWrite(controller.Mail))}</p>
        {Paragraph(plain.Of(Controller.Responsible(controller.Told)))}
        {Paragraph(Authority.Beside(package.Language))}
        """;
}

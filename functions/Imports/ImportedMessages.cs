using WelWee3D.Contact;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.People;

namespace WelWee3D.Imports;

/// <summary>Messages that the practice had before, by the rules for those that staff take. Nobody is written to.</summary>
public sealed class ImportedMessages(ContactMessages messages, DestroyedContacts destroyed, SubjectKeys keys, IOptions<MailOptions> mail) : IImport
{
    public ImportKind Kind => ImportKind.Contacts;

    public IReadOnlyList<string> Columns { get; } =
        ["receivedOn", "channel", "name", "email", "phone", "message", "locale", "mailbox", "answeredOn", "reference"];

    public IReadOnlyList<string> Required { get; } = ["receivedOn", "channel", "name", "message"];

    public Planned? Plan(ImportLine line, Act act)
    {
        var form = new TakenContactForm
        {
            Name = line.Text("name"), Email = line.Text("email"), Phone = line.Text("phone"), Message = line.Text("message"), Locale = line.Text("locale"),
            Channel = line.One("channel", ContactChannel.Phone, ContactChannel.Mail), ReceivedOn = line.Day("receivedOn"), Mailbox = line.Text("mailbox"),
        };
        var answered = line.Day("answeredOn");
        line.Check(form.Problems(act.Today, mail.Value.Mailboxes));
        if (answered > act.Today || answered < form.ReceivedOn)
            line.Problems.Add("answeredOn", "Must be from the day on which it was received to today.");
        if (line.Problems.Any)
            return null;

        var who = string.Join('\n', form.Email is null ? "" : MailAddresses.Kept(form.Email).ToLowerInvariant(), Phones.Kept(form.Phone), form.Message, line.Text("reference"));
        IReadOnlyList<Id> ids = [.. keys.Seeds("import of a message", who).Select(seed => Id.From(Amsterdam.StartOf(form.ReceivedOn!.Value), seed))];
        var message = form.ToMessage(_ => ids[0], act.At, act.By, mail.Value.Mailboxes);
        if (answered is { } on)
            message = message.Answered(true, on, act.By);
        if (messages.Sooner(before: null, message) is [var soon, ..])
        {
            line.Problems.Add("receivedOn", $"It would be destroyed on {soon.Retention.DueOn!.Value.Iso()}: leave it out.");
            return null;
        }
        return new(ids, cancellation => messages.Add(message, cancellation));
    }

    public async Task<bool> IsThere(Id id, CancellationToken cancellation) => await messages.Find(id, cancellation) is not null;

    public async Task<bool> WasDestroyed(IReadOnlyList<Id> ids, CancellationToken cancellation) => await destroyed.Among(ids, cancellation) is not null;
}

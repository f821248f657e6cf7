using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>
/// The contact messages, by the day under which they were taken in, which follows from the id: the day received, unless that was set
/// right since. Those of one day and one derivation are destroyed together.
/// </summary>
public sealed class ContactMessages(Keeping keeping, SubjectKeys keys, SearchTerms terms) : RowKind<ContactMessage>(keeping, Kind, TableName)
{
    public const string Kind = "message";
    public const string TableName = "ContactMessages";

    public override KindWords Words { get; } = new(new("contactbericht", "contact message"), new("contactberichten", "contact messages"));

    private static readonly PackageTable Told = ExportedMessage.Table("messages", new("Je berichten", "Your messages"));

    public override IReadOnlyList<PackageTable> Tables => [Told];

    public override int FoundAtOnce => 1000;

    public override string BatchOf(Id id) => Amsterdam.DateOf(id.MadeAt).Iso();

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is not { } message)
            return;
        package.Speak(message.Id, message.Locale);
        package.Tell(Told, ExportedMessage.Of(message, record.Retention));
    }

    public override IReadOnlyList<string> SubjectsOf(ContactMessage record) => keys.Of(record.Email, record.Phone);

    protected override IReadOnlyList<string> SearchTermsOf(ContactMessage record) =>
        [
            SearchTerms.Any, MessageStates.TermOf(record.State), MessageDays.TermOf(record.ReceivedOn), SearchTerms.Of(Reference.Of(record.Id)),
            .. terms.OfName(record.Name), .. MailCopies.TermsOf(record),
        ];

    protected override DateOnly? UsedOn(ContactMessage record) => record.UsedOn;

    protected override DateOnly? EnteredOn(ContactMessage record) => record.TakenOn;

    protected override MailCopy? MailCopyOf(ContactMessage record) => record.MailCopy;

    protected override ContactMessage Current(ContactMessage record) => record.Respelt();
}

/// <summary>A message as its sender gets it handed over.</summary>
public sealed record ExportedMessage(
    Id Id, Reference Reference, string Name, string? Email, string? Phone, string Message, string Locale, ContactChannel? Channel, DateTimeOffset ReceivedAt,
    DateOnly ReceivedOn, DateOnly? AnsweredOn, DateOnly? RestrictedOn, string? RestrictionReason, DateOnly? RectifiedOn, string? RectificationReason, string? Mailbox,
    DateOnly? MailDestroyedOn, Derivation Retention)
{
    public static PackageTable Table(string name, Words title) => new(name, typeof(ExportedMessage), title)
    {
        Given = new HashSet<string> { "id", "reference", "name", "email", "phone", "message", "locale", "channel", "receivedAt", "receivedOn" },
    };

    public static ExportedMessage Of(ContactMessage message, Derivation retention) => new(
        message.Id, Reference.Of(message.Id), message.Name, message.Email, message.Phone, message.Message, message.Locale, message.Channel,
        message.ReceivedAt, message.ReceivedOn, message.AnsweredOn, message.RestrictedOn, message.RestrictionReason, message.RectifiedOn,
        message.RectificationReason, message.MailCopy?.Mailbox, message.MailCopy?.DestroyedOn, retention);
}

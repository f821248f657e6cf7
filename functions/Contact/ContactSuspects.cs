using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>What looked like a robot's, by the day received, as messages are; there are two days of it at most.</summary>
public sealed class ContactSuspects(Keeping keeping, SubjectKeys keys) : RowKind<ContactSuspect>(keeping, Kind, TableName)
{
    public const string Kind = "suspect";
    public const string TableName = "ContactSuspects";

    public override KindWords Words { get; } = new(
        new("bericht dat van een robot leek", "message that looked like a robot's"),
        new("berichten die van een robot leken", "messages that looked like a robot's"));

    private static readonly PackageTable Told = ExportedMessage.Table(
        "suspects", new("Berichten van je die van een robot leken", "Messages of yours that looked like a robot's"));

    public override IReadOnlyList<PackageTable> Tables => [Told];

    public override int FoundAtOnce => 1000;

    public override string BatchOf(Id id) => Amsterdam.DateOf(id.MadeAt).Iso();

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is not { } suspect)
            return;
        package.Speak(suspect.Id, suspect.Locale);
        package.Tell(Told, ExportedMessage.Of(suspect.ToMessage(), record.Retention));
    }

    public override IReadOnlyList<string> SubjectsOf(ContactSuspect record) => keys.Of(record.Email, record.Phone);

    protected override DateTimeOffset? GoesAt(ContactSuspect record) => record.GoesAt;

    protected override ContactSuspect Current(ContactSuspect record) => record.Respelt();

    /// <summary>Those that may be looked at, oldest first, from one on.</summary>
    public async Task<IReadOnlyList<ContactSuspect>> From(Id? first, int most, CancellationToken cancellation)
    {
        var found = new List<ContactSuspect>();
        try
        {
            await foreach (var record in All(cancellation))
                if ((first is not { } from || record.Item.Id.CompareTo(from) >= 0)
                    && await Find(record.Item.Id, cancellation) is { RestrictedOn: null, ErasureRequestedOn: null } suspect)
                {
                    found.Add(suspect);
                    if (found.Count == most)
                        break;
                }
        }
        catch (UnreadableException)
        {
            // The others are listed all the same; the sweep tells it.
        }
        return found;
    }

    /// <summary>Those whose hours are over. What cannot be read is the sweep's to tell.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAt(DateTimeOffset now, CancellationToken cancellation)
    {
        var due = new List<DueRow>();
        try
        {
            await foreach (var record in All(cancellation).Where(record => record.IsDueAt(now)))
                due.Add(record.Due);
        }
        catch (UnreadableException)
        {
            // As above.
        }
        return due;
    }

    /// <summary>It is a message now: nothing is destroyed.</summary>
    public Task Accepted(Id id, CancellationToken cancellation) => Forget(id, cancellation);
}

using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>The register of what was answered, by the day of the answer.</summary>
public sealed class AnsweredRequests(Keeping keeping, SearchIndex search) : RowKind<AnsweredRequest>(keeping, Kind, TableName)
{
    public const string Kind = "answered-request";
    public const string TableName = "AnsweredRequests";

    private const string ClosedState = "closed";

    private static readonly PackageTable Told = new(
        "answered-requests", typeof(ToldAnswer), new("Afgehandelde privacyverzoeken, zonder persoonsgegevens", "Answered privacy requests, without personal data"))
    {
        IsNobodys = true,
    };

    public override KindWords Words { get; } = new(
        new("afgehandeld privacyverzoek, zonder persoonsgegevens", "answered privacy request, without personal data"),
        new("afgehandelde privacyverzoeken, zonder persoonsgegevens", "answered privacy requests, without personal data"));

    public override IReadOnlyList<PackageTable> Tables => [Told];

    /// <returns>False when it was noted before.</returns>
    public async Task<bool> Note(PrivacyRequest closed, CancellationToken cancellation) =>
        AnsweredRequest.Of(closed) is var entry && await Find(entry.Id, cancellation) is null && await Add(entry, cancellation);

    /// <summary>The same, where it would stay: it goes with its request otherwise, and is not to come back after.</summary>
    public async Task NoteUnlessDue(PrivacyRequest closed, CancellationToken cancellation)
    {
        if (!IsDue(AnsweredRequest.Of(closed)))
            await Note(closed, cancellation);
    }

    /// <summary>It is not answered after all: nothing is destroyed by that.</summary>
    public Task Reopened(Id request, CancellationToken cancellation) => Forget(AnsweredRequest.IdOf(request), cancellation);

    /// <summary>Those that were closed until a day, the first one first.</summary>
    public IAsyncEnumerable<ListPlace> Closed(DateOnly until, ListPlace? after, CancellationToken cancellation) =>
        ListPlace.Find(search, Kind, ClosedState, until, after, cancellation);

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is { } entry)
            package.Tell(Told, ToldAnswer.Of(entry, record.Retention));
    }

    protected override IReadOnlyList<string> SearchTermsOf(AnsweredRequest record) => [ListPlace.Term(ClosedState, record.ClosedOn)];

    private sealed record ToldAnswer(
        Id Id, Id Request, RequestKind Kind, RequestChannel Channel, DateOnly ReceivedOn, DateOnly Deadline, DateOnly ClosedOn, RequestOutcome Outcome,
        string? Ground, Derivation Retention)
    {
        public static ToldAnswer Of(AnsweredRequest entry, Derivation retention) => new(
            entry.Id, entry.Request, entry.Kind, entry.Channel, entry.ReceivedOn, entry.Deadline, entry.ClosedOn, entry.Outcome, entry.Ground, retention);
    }
}

using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>The register of what was answered, by the day of the answer.</summary>
public sealed class AnsweredRequests(Keeping keeping, SearchIndex search) : RowKind<AnsweredRequest>(keeping, Kind, TableName)
{
    public const string Kind = "answered-request";
    public const string TableName = "AnsweredRequests";

    private const string ClosedState = "closed";

    public override KindWords Words { get; } = new(
        new("afgehandeld privacyverzoek, zonder persoonsgegevens", "answered privacy request, without personal data"),
        new("afgehandelde privacyverzoeken, zonder persoonsgegevens", "answered privacy requests, without personal data"));

    /// <returns>False when it was noted before.</returns>
    public async Task<bool> Note(PrivacyRequest closed, CancellationToken cancellation) =>
        AnsweredRequest.Of(closed) is var entry && await Find(entry.Id, cancellation) is null && await Add(entry, cancellation);

    /// <summary>It is not answered after all: nothing is destroyed by that.</summary>
    public Task Reopened(Id request, CancellationToken cancellation) => Forget(AnsweredRequest.IdOf(request), cancellation);

    /// <summary>Those that were closed until a day, the first one first.</summary>
    public IAsyncEnumerable<ListPlace> Closed(DateOnly until, ListPlace? after, CancellationToken cancellation) =>
        ListPlace.Find(search, Kind, ClosedState, until, after, cancellation);

    protected override IReadOnlyList<string> SearchTermsOf(AnsweredRequest record) => [ListPlace.Term(ClosedState, record.ClosedOn)];
}

using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// The privacy requests. Open ones are found by the day on which they must be answered, in one range of the index of
/// searches; what of closed ones outlives their person's erasure is in <see cref="AnsweredRequests"/>.
/// </summary>
public sealed class RequestRegister(Keeping keeping, SubjectKeys keys, SearchIndex search, AnsweredRequests answered)
    : RowKind<PrivacyRequest>(keeping, Kind, TableName)
{
    public const string Kind = "privacy-request";
    public const string TableName = "PrivacyRequests";

    private const string OpenState = "open";

    public override KindWords Words { get; } = new(new("privacyverzoek", "privacy request"), new("privacyverzoeken", "privacy requests"));

    private static readonly PackageTable Told = new("privacy-requests", typeof(RequestView), new("Je privacyverzoeken", "Your privacy requests"));

    public override IReadOnlyList<PackageTable> Tables => [Told];

    /// <summary>The open ones from the first deadline until a day, with the place of each in the list.</summary>
    public IAsyncEnumerable<ListPlace> Open(DateOnly until, ListPlace? after, CancellationToken cancellation) =>
        ListPlace.Find(search, Kind, OpenState, until, after, cancellation);

    /// <summary>The same, as they stand.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<PrivacyRequest> Open(DateOnly until, CancellationToken cancellation) => Open(until, after: null, cancellation)
        .Readable<ListPlace, PrivacyRequest?>(async place => await Open(place, cancellation)).OfType<PrivacyRequest>();

    /// <summary>The record decides: null when it is not open any more, or its deadline is another.</summary>
    public async Task<PrivacyRequest?> Open(ListPlace place, CancellationToken cancellation) =>
        await Find(place.Id, cancellation) is { Status: RequestStatus.Open } request && request.Deadline.End == place.Day ? request : null;

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is not { } request)
            return;
        package.Speak(request.Id, request.Language);
        package.Tell(Told, RequestView.Of(request, record.Retention).ForThePerson());
    }

    public override IReadOnlyList<string> SubjectsOf(PrivacyRequest record) => keys.Of(record.Email, record.Phone);

    /// <summary>A closed one whose entry in the register was lost, or never written, gets it.</summary>
    public override async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        var known = await answered.All(cancellation).Telling(tally).Select(entry => entry.Item.Id).ToHashSetAsync(cancellationToken: cancellation);
        var others = All(cancellation).Where(record => !known.Contains(AnsweredRequest.IdOf(record.Item.Id)));
        await Workers.Each(others, record => $"{record.Item}", tally, async record =>
        {
            if (await Find(record.Item.Id, cancellation) is { Closing: not null } closed && await answered.Note(closed, cancellation))
                tally.CountRepaired(Repairs.IndexRow);
        }, cancellation);
    }

    /// <summary>The entry of a closed one first: whoever closed it may have died before it was written, and when it is gone nobody can tell.</summary>
    public override async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        foreach (var item in destruction.Line.Items)
            if (await Find(item.Id, cancellation) is { Closing: not null } closed)
                await answered.NoteUnlessDue(closed, cancellation);
        return await base.Destroy(destruction, cancellation);
    }

    protected override PrivacyRequest Decided(PrivacyRequest record, Intervention intervention, DateOnly today) =>
        base.Decided(record, intervention, today) is var decided && intervention.Decision == Decision.Condemn && !decided.IsCondemned
            ? decided with { IsCondemned = true }
            : decided;

    protected override IReadOnlyList<string> SearchTermsOf(PrivacyRequest record) =>
        record.Status == RequestStatus.Open ? [ListPlace.Term(OpenState, record.Deadline.End)] : [];
}

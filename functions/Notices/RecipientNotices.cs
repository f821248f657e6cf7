using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Notices;

/// <summary>The notices to recipients, found by state, by the order they are about and by the request that asked for them.</summary>
public sealed class RecipientNotices(Keeping keeping, SearchIndex search) : RowKind<RecipientNotice>(keeping, Kind, TableName), IOrderFollower
{
    public const string Kind = "recipient-notice";
    public const string TableName = "RecipientNotices";

    private const string OpenState = "open";
    private const string DoneState = "done";

    public override KindWords Words { get; } = new(
        new("bericht aan een ontvanger van gegevens", "notice to a recipient of data"),
        new("berichten aan ontvangers van gegevens", "notices to recipients of data"));

    private static readonly PackageTable Told = new(
        "recipient-notices", typeof(NoticeView), new("Wat we ontvangers van je gegevens hebben laten weten", "What we told recipients of your data"));

    public override IReadOnlyList<PackageTable> Tables => [Told];

    /// <summary>Where those that are open, or done, are in the index, newest first.</summary>
    public IAsyncEnumerable<Id> Ids(bool isDone, Id? after, CancellationToken cancellation) =>
        search.Find(Kind, SearchTerms.OfState(isDone ? DoneState : OpenState), after, cancellation);

    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<RecipientNotice> Open(CancellationToken cancellation) =>
        Those(Ids(isDone: false, after: null, cancellation), cancellation).Where(notice => notice.State != NoticeState.Done);

    /// <inheritdoc cref="Open"/>
    public IAsyncEnumerable<RecipientNotice> OfOrder(Id order, CancellationToken cancellation) =>
        Those(search.Find(Kind, TermOfOrder(order), after: null, cancellation), cancellation);

    /// <inheritdoc cref="Open"/>
    public IAsyncEnumerable<RecipientNotice> OfRequest(Id request, CancellationToken cancellation) =>
        Those(search.Find(Kind, TermOfRequest(request), after: null, cancellation), cancellation);

    /// <summary>They are about whoever their order is about; after an erasure about nobody.</summary>
    public async Task<bool> Follow(Order order, IReadOnlyList<string> former, IReadOnlyList<string> present, CancellationToken cancellation)
    {
        var hasFollowed = false;
        await foreach (var notice in OfOrder(order.Id, cancellation).Where(IsAboutOthers))
        {
            await Change(notice.Id, found => IsAboutOthers(found) ? found with { Subjects = present } : found, cancellation);
            hasFollowed = true;
        }
        return hasFollowed;

        bool IsAboutOthers(RecipientNotice found) => found.Subjects.Count > 0 && !found.Subjects.SequenceEqual(present);
    }

    /// <summary>Once its order is gone nobody can work its hashes out anew.</summary>
    public override Task Rekey(Id id, IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation) => Change(
        id, notice => SubjectKeys.Further(notice.Subjects, values) is { Count: > 0 } further ? notice with { Subjects = [.. notice.Subjects, .. further] } : notice,
        cancellation);

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is { } notice)
            package.Tell(Told, NoticeView.Of(notice).ForThePerson());
    }

    public override IReadOnlyList<string> SubjectsOf(RecipientNotice record) => record.Subjects;

    protected override IReadOnlyList<string> SearchTermsOf(RecipientNotice record) =>
    [
        SearchTerms.OfState(record.State == NoticeState.Done ? DoneState : OpenState), TermOfOrder(record.Order),
        .. record.Request is { } request ? [TermOfRequest(request)] : Array.Empty<string>(),
    ];

    private IAsyncEnumerable<RecipientNotice> Those(IAsyncEnumerable<Id> ids, CancellationToken cancellation) =>
        ids.Readable<Id, RecipientNotice?>(async id => await Find(id, cancellation)).OfType<RecipientNotice>();

    private static string TermOfOrder(Id order) => $"order:{order}";

    private static string TermOfRequest(Id request) => $"request:{request}";
}

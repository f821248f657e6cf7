namespace WelWee3D.Tests.Retention.EveryKind;

/// <summary>How the contract asks the app what has become of a record.</summary>
public abstract partial class RecordKindContract
{
    private async Task FindBy(string subject, string others)
    {
        var id = await Make(Email, Phone);

        Assert.Equal(IsAboutSomebody, (await OfPerson(subject)).Contains(id));
        Assert.DoesNotContain(id, await OfPerson(others));
    }

    /// <summary>Gone itself, and every row that led to it.</summary>
    private async Task AssertGone(KeptRecord record, int certificates)
    {
        await AssertGone(record);
        Assert.Equal(certificates, (await world.Certified()).GetValueOrDefault(record.Item.Id));
    }

    private async Task AssertGone(KeptRecord record)
    {
        Assert.Null(await Found(record.Item.Id));
        Assert.Empty(await world.Storage.RowKeys(SubjectIndex.TableName, $"{record.Item}"));
        Assert.Empty(await world.Storage.RowKeys(DueIndex.TableName, $"{record.Item}"));
        Assert.Empty(await world.Storage.RowKeys(SearchIndex.TableName, NewestFirst.Key(record.Item.Id)));
    }

    private async Task<KeptRecord> Record(Id id) => (await Found(id))!;

    private async Task<KeptRecord?> Found(Id id) => await Kind.Find([id], None) is [var record, ..] ? record : null;

    private async Task<IReadOnlyList<KeptRecord>> Walked()
    {
        var walked = new List<KeptRecord>();
        foreach (var kind in world.Get<RecordKinds>().InOrder)
            walked.AddRange(await kind.All(None).SelectMany(record => record.WithParts).Where(record => record.Item.Kind == Name).ToListAsync());
        return walked;
    }

    private async Task<IReadOnlyList<Id>> OfPerson(string subject) =>
        [.. (await world.Get<SubjectRecords>().Find([subject], None)).WithParts.Where(each => each.Item.Kind == Name).Select(each => each.Item.Id)];

    private async Task<IReadOnlyList<(Item Item, DateOnly? DueOn)>> DryRun(DateOnly until) =>
        [.. (await world.Get<DryRun>().Until(from: null, until, begin: null, 100, None)).Items.Select(each => (each.Item, each.Retention.DueOn))];

    private async Task<Run> Sweep()
    {
        var run = await world.Get<Sweep>().Run(Decider.Sweep, None);
        Assert.Empty(run.Unfinished);
        return run;
    }

    private Task<Run> Reconcile() => world.Get<Reconciliation>().Run(None);
}

using WelWee3D.Tests.Retention.DieAnywhere;
using WelWee3D.Tests.Storage;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.EveryKind;

/// <summary>
/// What holds for every kind of record that is kept. A new kind inherits this, says how one of its records is made, and
/// has it all proved.
/// </summary>
public abstract partial class RecordKindContract(ITestOutputHelper output, WorldOptions? options = null) : OwnWorld(options)
{
    protected const string Email = "anna@example.nl";
    protected const string Phone = "06 12345678";

    private protected static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The name of the kind.</summary>
    protected abstract string Name { get; }

    /// <summary>Whether it is known whom a record is about.</summary>
    protected virtual bool IsAboutSomebody => true;

    /// <summary>Whether it is kept when its person has it restricted.</summary>
    protected virtual bool TakesRestriction => true;

    /// <summary>Whether it is in the package that its person gets.</summary>
    protected virtual bool IsHandedOver => true;

    /// <summary>Whether it is destroyed with a proof when its person has it erased, and not taken away as a mere copy.</summary>
    protected virtual bool IsProvenWhenErased => true;

    private IRecordKind Kind => world.Get<RecordKinds>().Find(Name)!;

    private string[] Subjects => [world.Get<SubjectKeys>().OfEmail(Email), world.Get<SubjectKeys>().OfPhone(Phone)];

    /// <summary>Stores one, about whoever has this address and number, with every field filled.</summary>
    protected abstract Task<Id> Make(string email, string phone);

    [Fact]
    public void It_is_told_in_words_in_both_languages()
    {
        string[] words = [Kind.Words.One.Dutch, Kind.Words.One.English, Kind.Words.Many.Dutch, Kind.Words.Many.English];

        Assert.All(words, each => Assert.False(string.IsNullOrWhiteSpace(each)));
        Assert.NotEqual(Kind.Words.One, Kind.Words.Many);
        Assert.DoesNotContain('|', Name);
    }

    [Fact]
    public async Task It_is_found_by_its_id_and_walked_with_its_owner_and_all_that_is_stored_of_it_is_declared()
    {
        var (id, other) = (await Make(Email, Phone), await Make("bea@example.nl", "06 87654321"));

        Assert.Equivalent(new[] { id, other }, (await Kind.Find([id, other, world.NewId()], None)).Select(record => record.Item.Id), strict: true);
        Assert.Equivalent(new[] { id, other }, (await Walked()).Select(record => record.Item.Id), strict: true);
        foreach (var table in world.Get<DataInventory>().Tables)
            foreach (var row in await world.Storage.Rows(table.Name))
                Assert.Empty(Declarations.In(table, row).Where(value => value.Class is null).Select(value => value.Place));
    }

    [Fact]
    public async Task It_is_destroyed_on_its_day_and_not_before_once_and_with_a_proof()
    {
        var record = await Record(await Make(Email, Phone));
        var due = record.Retention.DueOn!.Value;

        world.MoveTo(due.AddDays(-1));
        await Sweep();
        Assert.NotNull(await Found(record.Item.Id));
        Assert.Contains(await DryRun(due), each => each.Item == record.Item);
        Assert.DoesNotContain(await DryRun(due.AddDays(-1)), each => each.Item == record.Item);

        world.MoveTo(due);
        var run = await Sweep();
        Assert.Equal(1, run.Destroyed[Name]);
        await AssertGone(record, certificates: 1);
        Assert.DoesNotContain(Name, (await Sweep()).Destroyed.Keys);
    }

    [Fact]
    public async Task It_tells_why_it_is_kept_and_when_it_is_gone_by_which_rule_that_was()
    {
        var record = await Record(await Make(Email, Phone));
        var trace = world.Get<RecordTrace>();

        Assert.Equal(record.Retention.Rule, (await trace.Kept(record.Item, None))!.Retention.Rule);
        Assert.Contains(PlainWords.Dutch.Date(record.Retention.Deadline), PlainWords.Dutch.Kept(record.Retention, world.Today), StringComparison.Ordinal);
        world.MoveTo(record.Retention.DueOn!.Value);
        await Sweep();

        Assert.Null(await trace.Kept(record.Item, None));
        var destroyed = (await trace.Destroyed(record.Item, None))!;
        Assert.Equal((record.Retention.Rule, Decider.Sweep), (destroyed.Line.Why.Rule, destroyed.Line.DecidedBy));
        Assert.Contains(destroyed.Certificate!.Items, item => item.Id == record.Item.Id);
    }

    [Theory]
    [InlineData("anna@example.nl")]
    [InlineData(" Anna@Example.NL ")]
    [InlineData("ANNA@EXAMPLE.NL")]
    public async Task It_is_found_by_its_persons_address_under_every_spelling(string email) =>
        await FindBy(world.Get<SubjectKeys>().OfEmail(email), world.Get<SubjectKeys>().OfEmail("bea@example.nl"));

    [Theory]
    [InlineData("06 12345678")]
    [InlineData("0612345678")]
    [InlineData("+31 6 12345678")]
    [InlineData("+31 (0)6 12345678")]
    [InlineData("0031612345678")]
    [InlineData("06-12.34.56.78")]
    public async Task And_by_their_number(string phone) =>
        await FindBy(world.Get<SubjectKeys>().OfPhone(phone), world.Get<SubjectKeys>().OfPhone("06 87654321"));

    [Fact]
    public async Task A_restriction_keeps_it_until_that_is_lifted_where_it_is_for_its_kind()
    {
        var record = await Record(await Make(Email, Phone));
        await world.Restrict(Subjects);
        world.MoveTo(record.Retention.DueOn!.Value);

        await Sweep();
        Assert.Equal(TakesRestriction && IsAboutSomebody, await Found(record.Item.Id) is not null);
        await world.LiftRestriction(Subjects);
        await Sweep();

        await AssertGone(record, certificates: 1);
    }

    [Fact]
    public async Task Its_person_has_it_erased_at_once_and_nobody_else_does()
    {
        var (record, other) = (await Record(await Make(Email, Phone)), await Record(await Make("bea@example.nl", "06 87654321")));

        var report = await world.Get<Erasure>().Erase(Subjects, "officer", None);

        Assert.Equal(IsAboutSomebody && IsProvenWhenErased, report.Destroyed.Any(each => each.Item == record.Item));
        Assert.Empty(report.Suspended);
        if (IsAboutSomebody)
            await AssertGone(record, certificates: IsProvenWhenErased ? 1 : 0);
        Assert.NotNull(await Found(other.Item.Id));
    }

    [Fact]
    public async Task Its_person_gets_it_in_a_package()
    {
        var (id, other) = (await Make(Email, Phone), await Make("bea@example.nl", "06 87654321"));
        var writer = world.Get<PackageWriter>();

        var contents = await writer.Contents(Subjects, None);
        using var file = new MemoryStream();
        await writer.Write(new ExportPackage(world.NewId(), Subjects, contents, ""), file, None);

        using var package = new OpenedPackage(file);
        var told = package.Told();
        Assert.Equal(IsHandedOver && IsAboutSomebody, told.Contains($"\"{id}\"", StringComparison.Ordinal));
        Assert.Equal(IsHandedOver && IsAboutSomebody, contents.Contains(id));
        Assert.DoesNotContain($"{other}", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_lost_due_row_is_given_back_and_it_goes_on_its_day()
    {
        var record = await Record(await Make(Email, Phone));
        await world.Get<DueIndex>().Remove(record.Due, None);
        world.MoveTo(world.Today.AddDays(2));

        Assert.True((await Reconcile()).Repaired["due-row"] > 0);
        Assert.Empty((await Reconcile()).Repaired);
        Assert.Contains((await Record(record.Item.Id)).Due, await world.DueRows(hashesToo: true));
        world.MoveTo(record.Retention.DueOn!.Value);
        await Sweep();

        await AssertGone(record, certificates: 1);
    }

    [Fact]
    public async Task Lost_rows_of_its_person_are_given_back_and_rows_that_lead_nowhere_go()
    {
        var id = await Make(Email, Phone);
        await world.Storage.Clear(SubjectIndex.TableName);
        var stray = new Item(Name, world.NewId());
        await world.Get<SubjectIndex>().Add(Subjects, stray, None);
        await world.Get<DueIndex>().Put(DueRow.First(world.Today.AddYears(1), stray), None);
        world.MoveTo(world.Today.AddDays(2));

        await Reconcile();

        Assert.Empty((await Reconcile()).Repaired);
        Assert.DoesNotContain(await world.DueRows(hashesToo: true), row => row.Item == stray);
        Assert.DoesNotContain(await world.Storage.Rows(SubjectIndex.TableName), row => row.RowKey.Contains($"{stray}", StringComparison.Ordinal));
        Assert.Equal(IsAboutSomebody, (await OfPerson(Subjects[0])).Contains(id));
    }

    [Fact]
    public async Task What_it_is_looked_for_by_is_given_back_when_it_is_lost_and_goes_when_it_leads_nowhere()
    {
        var record = await Record(await Make(Email, Phone));
        await world.Storage.Clear(SearchIndex.TableName);
        var stray = new Item(Name, world.NewId());
        await world.Get<SearchIndex>().Put(stray, ["any"], None);
        world.MoveTo(world.Today.AddDays(2));

        await Reconcile();

        Assert.Empty((await Reconcile()).Repaired);
        Assert.Equal(
            record.SearchTerms.Select(term => $"{term}|{NewestFirst.Key(record.Item.Id)}").Order(StringComparer.Ordinal),
            (await world.Storage.Rows(SearchIndex.TableName)).Where(row => row.PartitionKey == Name).Select(row => row.RowKey));
    }

    [Fact]
    public async Task What_comes_back_with_a_backup_is_destroyed_again_and_certified_no_less()
    {
        var record = await Record(await Make(Email, Phone));
        var before = await Backup.Of(world);
        world.MoveTo(record.Retention.DueOn!.Value);
        await Sweep();
        await before.Restore(world);
        Assert.NotNull(await Found(record.Item.Id));

        var replayed = await world.Get<Replay>().Run("officer", None);

        Assert.True(replayed.Complete);
        Assert.Null(await Found(record.Item.Id));
        Assert.True((await world.Certified())[record.Item.Id] > 0);
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(None))).Intact);
        Assert.Empty((await world.Get<Replay>().Run("officer", None)).Destroyed);
    }

    [Fact]
    public async Task A_sweep_may_die_at_any_of_its_calls()
    {
        await new EveryPoint<KeptRecord>(world, output, $"sweep: {Name}")
        {
            Prepare = async () =>
            {
                var record = await Record(await Make(world.Given.NewAddress(), Phone));
                world.MoveTo(record.Retention.DueOn!.Value);
                return record;
            },
            Act = async (life, _) => Assert.True((await life.Get<Sweep>().Run(Decider.Sweep, None)).Complete),
            Check = async (state, record) =>
            {
                await AssertGone(record);
                await Proven.Gone(world, state, [$"{record.Item}"]);
            },
        }.Try(atLeast: 6);
        await Proven.Whole(world);
    }
}

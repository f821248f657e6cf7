namespace WelWee3D.Retention;

/// <summary>
/// The hashes of people in ledger lines, as a kind of record of its own: they leave a line on their day, by the same engine
/// and with a proof like any other, and so do the ids of staff who decided or confirmed. Those of one day go together. Certificates
/// have none, and do not change.
/// </summary>
public sealed class LineSubjectsKind(Keeping keeping, Ledger ledger, MailboxTasks mailboxes) : RowKind<LineSubjects>(keeping, Kind, TableName)
{
    public const string Kind = "line-subject";
    public const string TableName = "LineSubjects";

    public override KindWords Words { get; } = new(
        new("gehashte verwijzing naar personen in het vernietigingsregister", "keyed hash of people in the ledger"),
        new("gehashte verwijzingen naar personen in het vernietigingsregister", "keyed hashes of people in the ledger"));

    public override int FoundAtOnce => 1000;

    public override string BatchOf(Id id) => Amsterdam.DateOf(id.MadeAt).Iso();

    /// <summary>Has the hashes of a line leave it on their day. Can be repeated.</summary>
    /// <returns>False when there is nothing to leave, or that was noted before.</returns>
    public async Task<bool> Note(LedgerLine line, CancellationToken cancellation) =>
        line.TellsOfPeople && await Add(LineSubjects.Of(line), cancellation);

    /// <summary>They leave the line first: the record that leads to them goes last.</summary>
    public override async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        foreach (var item in destruction.Line.Items)
            if (await Find(item.Id, cancellation) is { } record)
            {
                await ledger.ForgetPeople(record.Line, cancellation);
                // Then: whoever confirms a copy from now on is not written down.
                if ((await ledger.Find(record.Line, cancellation))?.Line is { } line)
                    await mailboxes.ForgetWho(line, cancellation);
            }
        return await base.Destroy(destruction, cancellation);
    }

    /// <summary>Lines of before this was kept, and those whose record is lost, get one.</summary>
    public override async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        var noted = new Keys<Id>();
        await noted.Read(All(cancellation).Select(record => record.Item.Id), tally);
        await Workers.Each(ledger.All(cancellation).Where(stored => stored.Certificate is not null), stored => stored.Line.Id, tally, async stored =>
        {
            if (!noted.Take(LineSubjects.IdOf(stored.Line)) && await Note(stored.Line, cancellation))
                tally.CountRepaired(Repairs.DueRow);
        }, cancellation);
    }
}

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>Somebody, with one mail address and one phone number, written in more than one way.</summary>
internal sealed record Person(int Number);

/// <summary>
/// A thing with a deadline, as the simulation knows it: from what happened to it alone, by the words of the retention
/// table and without the rules of the app.
/// </summary>
internal abstract class Thing(string kind)
{
    private DateOnly? cameOn;

    public string Kind { get; } = kind;

    public string Id { get; private set; } = "";

    public DateOnly CameOn => cameOn!.Value;

    public DateOnly? WentOn { get; private set; }

    /// <summary>Its deadline when it went: what its certificate has to tell.</summary>
    public DateOnly Promised { get; private set; }

    public bool IsThere => cameOn is not null && WentOn is null;

    /// <summary>The last day on which it may exist.</summary>
    public abstract DateOnly Deadline { get; }

    /// <summary>The night that has to destroy it, if nothing keeps it.</summary>
    public virtual DateOnly LastNight => Deadline;

    public virtual bool IsCertified => true;

    public virtual bool MustGo(DateOnly night) => night >= LastNight;

    public void Comes(string id, DateOnly today) => (Id, cameOn) = (id, today);

    public void Goes(DateOnly today) => (Promised, WentOn) = (Deadline, today);

    public override string ToString() => $"{Kind} {Id} (came {cameOn:yyyy-MM-dd}, went {WentOn:yyyy-MM-dd})";
}

/// <summary>What people decided, beside the clock.</summary>
internal sealed class Say
{
    public List<Held> Holds { get; } = [];

    public bool Restricted { get; set; }

    public DateOnly? ErasedOn { get; set; }

    /// <summary>A hold keeps, its last day included; a restriction keeps as long as no erasure was asked for.</summary>
    public bool Keeps(DateOnly night) =>
        Holds.Any(hold => night <= hold.Until) || Restricted && ErasedOn is null;
}

internal sealed record Held(DateOnly Until)
{
    public string Id { get; set; } = "";
}

internal sealed class MessageOf(Person person) : Thing("message")
{
    public Person Person { get; } = person;

    public Say Said { get; } = new();

    public DateOnly ReceivedOn { get; set; }

    /// <summary>Whether a copy of it came to lie in a mailbox.</summary>
    public bool IsInMailbox { get; set; }

    public DateOnly? MailDestroyedOn { get; set; }

    public bool HasTask => WentOn is not null && IsInMailbox && MailDestroyedOn is null;

    public override DateOnly Deadline => Said.ErasedOn ?? ReceivedOn.PlusYears(5);

    public override bool MustGo(DateOnly night) => base.MustGo(night) && !Said.Keeps(night);
}

internal enum Answer
{
    None,
    Yes,
    No,
    Withdrawn,
}

internal sealed class OrderOf(Person person) : Thing("order")
{
    public Person Person { get; } = person;

    public Say Said { get; } = new();

    public DateOnly? ShippedOn { get; set; }

    public DateOnly? CancelledOn { get; set; }

    public Answer KeepScan { get; set; }

    /// <summary>Since when she wants no figurine; null while she does.</summary>
    public DateOnly? NoFigurineSince { get; set; }

    /// <summary>The day from which there is no figurine to come, by whomever that was decided first.</summary>
    public DateOnly? EndedOn => CancelledOn < NoFigurineSince ? CancelledOn : NoFigurineSince ?? CancelledOn;

    public List<ScanOf> Scans { get; } = [];

    public bool TakesScans => IsThere && CancelledOn is null && NoFigurineSince is null && Said is { Restricted: false, ErasedOn: null };

    public override DateOnly Deadline => Said.ErasedOn
        ?? Scans.Where(scan => scan.IsThere).Select(scan => scan.Deadline).Append(CameOn.PlusYears(5)).Max();

    public override bool MustGo(DateOnly night) => base.MustGo(night) && !Said.Keeps(night);
}

internal sealed record Copy(string Disk)
{
    public WelWee3D.Storage.Id? Id { get; set; }

    public DateOnly? DestroyedOn { get; set; }
}

internal sealed class ScanOf(OrderOf order) : Thing("scan")
{
    public OrderOf Order { get; } = order;

    public DateOnly ScannedOn { get; set; }

    public long Bytes { get; set; }

    public string Sha256 { get; set; } = "";

    public string BlobName { get; set; } = "";

    public List<Copy> Copies { get; } = [];

    public bool HasTask => WentOn is not null && Copies.Any(copy => copy.DestroyedOn is null);

    public override DateOnly Deadline => Order switch
    {
        { Said.ErasedOn: { } erased } => erased,
        { ShippedOn: null, EndedOn: { } ended } => Earliest(ended.PlusMonths(2), ScannedOn.PlusYears(5)),
        { KeepScan: Answer.Yes } => ScannedOn.PlusYears(5),
        { ShippedOn: { } shipped } => shipped.PlusMonths(2),
        _ => ScannedOn.PlusYears(5),
    };

    // Deleted blobs can be recovered for seven days: after those, on the deadline, they must be gone.
    public override DateOnly LastNight => Order.Said.ErasedOn ?? Deadline.AddDays(-8);

    public override bool MustGo(DateOnly night) => base.MustGo(night) && !Order.Said.Keeps(night);

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>A quote for an order. Once accepted the law keeps it to the end of the seventh year after that one.</summary>
internal sealed class QuoteOf(OrderOf order) : Thing("quote")
{
    public OrderOf Order { get; } = order;

    public Say Said { get; } = new();

    public int Number { get; set; }

    public DateOnly ValidUntil { get; set; }

    public DateOnly? AcceptedOn { get; set; }

    public override DateOnly Deadline => Said.ErasedOn ?? (AcceptedOn is { } accepted ? LastOfLaw(accepted) : ValidUntil.PlusMonths(2));

    public override bool MustGo(DateOnly night) => base.MustGo(night) && !Said.Keeps(night);

    public void Accept(DateOnly today)
    {
        AcceptedOn = today;
        Said.Holds.Add(new(LastOfLaw(today)));
    }

    private static DateOnly LastOfLaw(DateOnly accepted) => new(accepted.Year + 7, 12, 31);
}

/// <summary>An upload; one that was finished leaves its row behind for as long.</summary>
internal sealed class UploadOf(OrderOf order) : Thing("upload")
{
    public OrderOf Order { get; } = order;

    public bool IsFinished { get; set; }

    public string? BlobName { get; set; }

    public override bool IsCertified => !IsFinished;

    public DateOnly? ErasedOn { get; set; }

    public override DateOnly Deadline => ErasedOn ?? CameOn.AddDays(7);
}

/// <summary>A package for somebody: a copy, which goes with the first thing that is in it.</summary>
internal sealed class ExportOf(Person person, IReadOnlyCollection<Thing> contents) : Thing("export")
{
    public Person Person { get; } = person;

    public IReadOnlyCollection<Thing> Contents { get; } = contents;

    public bool GoesAlong { get; set; }

    // On its own day it may go by itself, before what is in it.
    public override bool IsCertified => !GoesAlong || WentOn >= Deadline;

    public override DateOnly Deadline => CameOn.AddDays(7);

    public override bool MustGo(DateOnly night) => GoesAlong || base.MustGo(night);
}

/// <summary>Of a person who uses a right. One from the website is none before its mail address is confirmed.</summary>
internal sealed class RequestOf(Person person, RequestKind right, bool fromWebsite) : Thing("privacy-request")
{
    public Person Person { get; } = person;

    public RequestKind Right { get; } = right;

    public bool FromWebsite { get; } = fromWebsite;

    public bool IsOpen { get; set; } = !fromWebsite;

    public DateOnly? ClosedOn { get; set; }

    public Say Said { get; } = new();

    public override DateOnly Deadline => Said.ErasedOn ?? ClosedOn?.PlusYears(5) ?? CameOn.AddDays(7);

    // Who asked is answered first, and has two days to be reached.
    public override bool MustGo(DateOnly night) => ClosedOn is { } closed
        ? base.MustGo(night) && (Said.ErasedOn is null || night >= closed.AddDays(2))
        : !IsOpen && base.MustGo(night);
}

/// <summary>What the register keeps of a request that was answered: of nobody.</summary>
internal sealed class AnsweredOf() : Thing("answered-request")
{
    public override DateOnly Deadline => CameOn.PlusYears(5);
}

/// <summary>That somebody who works there did or saw something on a day.</summary>
internal sealed class AuditDayOf() : Thing("audit-day")
{
    public override DateOnly Deadline => CameOn.PlusYears(5);
}

/// <summary>A month in which visits were counted.</summary>
internal sealed class VisitsOf() : Thing("visits")
{
    public override DateOnly Deadline => new DateOnly(CameOn.Year, CameOn.Month, 1).AddMonths(1).AddDays(-1).PlusYears(5);
}

internal sealed class StrayBlob(string name) : Thing("blob")
{
    public string Name { get; } = name;

    public override DateOnly Deadline => CameOn.PlusMonths(2);

    public override DateOnly LastNight => Deadline.AddDays(-8);
}

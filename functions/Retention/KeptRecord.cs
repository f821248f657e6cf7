using Azure;

namespace WelWee3D.Retention;

/// <summary>A record as it stands: what decides how long it is kept, and what leads to it.</summary>
/// <param name="Due">The one due row that stands for it. Its parts have no row of their own: this one stands for them too.</param>
/// <param name="Subjects">Keyed hashes of the people it is about.</param>
public sealed record KeptRecord(Item Item, DueRow Due, Derivation Retention, IReadOnlyList<string> Subjects)
{
    /// <summary>The record that it belongs to, as a scan does to its order.</summary>
    public Item? PartOf { get; init; }

    /// <summary>What belongs to it and is found with it. It is not destroyed before they are.</summary>
    public IReadOnlyList<KeptRecord> Parts { get; init; } = [];

    /// <summary>Its destruction has been decided and only has to be finished: nothing can keep it any more.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Whether its due row was written once and for all, so that no decision moves its day.</summary>
    public bool IsFixed { get; init; }

    /// <summary>When it goes on the day it is due, where its term counts in hours.</summary>
    public DateTimeOffset? GoesAt { get; init; }

    /// <summary>What it is looked for by.</summary>
    public IReadOnlyList<string> SearchTerms { get; init; } = [];

    /// <summary>Whether its row is spelt as an older version did: touching it writes it anew.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The last day on which people opened, changed or downloaded it, where that is known.</summary>
    public DateOnly? UsedOn { get; init; }

    /// <summary>The day on which the start of its term was entered, where that may be another day.</summary>
    public DateOnly? EnteredOn { get; init; }

    /// <summary>Its copy in a mailbox of the practice, where it has one.</summary>
    public MailCopy? MailCopy { get; init; }

    /// <summary>As it was read, where its kind destroys by version.</summary>
    public ETag Version { get; init; }

    public bool IsDueAt(DateTimeOffset now) => IsBegun || (Retention.IsDue(Amsterdam.DateOf(now)) && !(now < GoesAt));

    public IEnumerable<KeptRecord> WithParts => Parts.Prepend(this);

    /// <summary>As it will stand when a restriction is lifted.</summary>
    public KeptRecord Unrestricted() => this with { Retention = Retention.Unrestricted(), Parts = [.. Parts.Select(part => part.Unrestricted())] };

    /// <summary>The first day on which anything of it is due; null when a restriction keeps all of it.</summary>
    public DateOnly? DueOn => WithParts.Min(each => each.Retention.DueOn);
}

using System.Text.RegularExpressions;
using WelWee3D.Formats;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>One 3D file of a body, as its order knows it.</summary>
public sealed partial record Scan
{
    /// <summary>The name of the kind of record, as stored.</summary>
    public const string Kind = "scan";

    [Pseudonymous]
    public required Id Id { get; init; }

    /// <summary>The name that the file had on the machine it came from. Personal data: it lives here only.</summary>
    [Personal(DataCategory.Identity)]
    public required string FileName { get; init; }

    /// <summary>The blob's name within the order's folder.</summary>
    [Pseudonymous]
    public required string BlobName { get; init; }

    [Personal(DataCategory.Body)]
    public required DateOnly ScannedOn { get; init; }

    /// <summary>Dates of the scan that were set right, the first first.</summary>
    [Personal(DataCategory.Body)]
    public IReadOnlyList<Correction> History { get; init; } = [];

    [Operational]
    public required long Bytes { get; init; }

    /// <summary>What the file turned out to hold; null until it has been read.</summary>
    public ScanFacts? Facts { get; init; }

    public IReadOnlyList<DiskCopy> Copies { get; init; } = [];

    /// <summary>The day on which staff decided that it goes.</summary>
    [Operational]
    public DateOnly? DestructionAskedOn { get; init; }

    /// <summary>The order that it was moved to: here it is only left to be destroyed.</summary>
    [Pseudonymous]
    public Id? MovedTo { get; init; }

    /// <summary>The ids that it had before: who looked at it then is written down under those.</summary>
    [Pseudonymous]
    public IReadOnlyList<Id> FormerIds { get; init; } = [];

    /// <summary>Whether it is a scan of its order, and not just what is left of one.</summary>
    public bool IsHere => !Destroying && MovedTo is null;

    /// <summary>Whether its file is there to look at, and no scan.</summary>
    public bool IsRejectedFile => RejectedFrom is not null && IsHere;

    /// <summary>The day it arrived, when its file turned out to be no scan.</summary>
    public DateOnly? RejectedFrom => Facts?.Rejected is null ? null : Amsterdam.DateOf(Id.MadeAt);

    /// <summary>Set once its destruction has begun: nothing can extend its deadline any more.</summary>
    [Operational]
    public bool Destroying { get; init; }

    /// <summary>The copy that is on a disk of the register, and is not destroyed.</summary>
    public DiskCopy? CopyOn(Id disk) => Copies.FirstOrDefault(copy => copy.DiskId == disk && copy.DestroyedOn is null);

    /// <summary>It was destroyed before, and came back with a backup. Its copies on disk wait in a task outside every restore.</summary>
    public Scan Condemned() => this with { Destroying = true, Copies = [], MovedTo = null };

    /// <summary>The name that the file came with, without a folder or anything that a disk, Windows' too, would not take or not show.</summary>
    public string SafeName()
    {
        var last = FileName[(FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.Where(sign => !IsUnsafe(sign))).Trim('.', ' ');
        if (name.Length == 0)
            return BlobName;
        return WindowsDevice().IsMatch(name) ? $"_{name}" : name;
    }

    // What cannot be seen may turn a name around, so that it seems to end otherwise.
    private static bool IsUnsafe(char sign) => "<>:\"|?*".Contains(sign) || char.GetUnicodeCategory(sign) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WindowsDevice();
}

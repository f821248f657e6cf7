using System.Text.RegularExpressions;

namespace WelWee3D.Disks;

/// <summary>
/// What is written on a disk of the practice: a word and a number. Ledger and certificates keep it for ever, so it is no
/// free text, in which the name of whoever is on the disk, or works with it, would find room.
/// </summary>
public readonly partial record struct DiskLabel
{
    public const int MaxLength = 20;

    public static readonly string Form =
        $"Must be a word and a number with a hyphen between, such as SCHIJF-1 or KLUIS-2, of at most {MaxLength} characters: "
        + "certificates tell it for ever, so it must not name a person.";

    private readonly string text;

    private DiskLabel(string text) => this.text = text;

    /// <summary>In any case, and with space around it: it is typed from what is written on the disk.</summary>
    public static bool TryParse(string? text, out DiskLabel label)
    {
        label = default;
        if (text?.Trim() is not { Length: <= MaxLength } typed || !WordAndNumber().IsMatch(typed))
            return false;
        label = new(typed.ToUpperInvariant());
        return true;
    }

    public override string ToString() => text;

    [GeneratedRegex(@"\A[A-Za-z]+-[0-9]+\z")]
    private static partial Regex WordAndNumber();
}

using System.Text.RegularExpressions;

namespace WelWee3D.Disks;

/// <summary>
/// What is written on a disk of the practice: a word, and a number or a letter. Ledger and certificates keep it for ever, so it is no
/// free text, in which the name of whoever is on the disk, or works with it, would find room.
/// </summary>
public readonly partial record struct DiskLabel
{
    public const int MaxLength = 20;

    public static readonly string Form =
        $"Must be a word, and a number or a letter, such as SCHIJF-1 or KLUIS-B, of at most {MaxLength} characters: "
        + "certificates tell it for ever, so it must not name a person.";

    private readonly string text;

    private DiskLabel(string text) => this.text = text;

    /// <summary>
    /// In any case, with a space for the hyphen or nothing, and space around it: it is typed from what is written on the disk.
    /// </summary>
    public static bool TryParse(string? text, out DiskLabel label)
    {
        label = default;
        if (WordAndNumber().Match(text?.Trim() ?? "") is not { Success: true, Groups: [_, var word, var number] }
            || $"{word}-{number}" is not { Length: <= MaxLength } typed)
            return false;
        label = new(typed.ToUpperInvariant());
        return true;
    }

    public override string ToString() => text;

    [GeneratedRegex(@"\A([A-Za-z]+)[ -]?([0-9]+|(?<=[ -])[A-Za-z])\z")]
    private static partial Regex WordAndNumber();
}

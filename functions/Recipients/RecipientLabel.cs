using System.Text.RegularExpressions;

namespace WelWee3D.Recipients;

/// <summary>What staff call a recipient by. It outlives what the recipient was given, so it must not tell of a client.</summary>
public readonly partial record struct RecipientLabel
{
    public const string Form = "Must be a word of 2 to 20 letters, digits and hyphens that names the organisation, such as PRINTER.";

    private readonly string text;

    private RecipientLabel(string text) => this.text = text;

    public static bool TryParse(string? text, out RecipientLabel label)
    {
        var typed = (text ?? "").Trim().ToUpperInvariant();
        label = new(typed);
        return Word().IsMatch(typed);
    }

    public override string ToString() => text;

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{1,19}\z")]
    private static partial Regex Word();
}

namespace WelWee3D.Mail;

/// <summary>Where a letter stands among the others of its state: they are in the order of what they are about.</summary>
public readonly record struct LetterPlace(string Row)
{
    public static LetterPlace Of(Letter letter) => new($"{letter.Reference}|{letter.Kind}");

    public static bool TryParse(string? text, out LetterPlace place)
    {
        place = new(text ?? "");
        return text?.Split('|') is [.., { Length: > 0 }, { Length: > 0 }] && text.All(char.IsAscii);
    }

    public override string ToString() => Row;
}

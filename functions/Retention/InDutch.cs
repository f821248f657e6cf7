using System.Text.RegularExpressions;

namespace WelWee3D.Retention;

/// <summary>What a run could not finish, and how long there is for something, as the letters to the practice tell it.</summary>
internal static partial class InDutch
{
    public static IEnumerable<(string What, string? Why)> Facts(IEnumerable<Unfinished> left) =>
        left.Select(each => (What(each.What), (string?)Why(each.Why)));

    public static string Why(string why) => why switch
    {
        Unfinished.UnknownKind => "deze versie kent deze soort gegevens niet",
        Unfinished.Unreadable => "deze versie kan het niet lezen",
        Unfinished.Busy => "iemand was ermee bezig",
        Unfinished.UnconfirmedDay => "de klok kan verkeerd staan: niemand heeft deze datum bevestigd",
        Unfinished.Stopped => "de opruiming werd afgebroken",
        Repairs.FileIsMissing => "het bestand ontbreekt",
        _ when why.StartsWith(Unfinished.StorageAnswered, StringComparison.Ordinal) => $"de opslag antwoordde {why[Unfinished.StorageAnswered.Length..]}",
        _ => $"niet gelukt ({why})",
    };

    /// <summary>How long it is until a day, or since.</summary>
    public static string Left(int days) => days switch
    {
        > 1 => $"nog {days} dagen",
        1 => "nog 1 dag",
        0 => "vandaag is de laatste dag",
        -1 => "1 dag te laat",
        _ => $"{-days} dagen te laat",
    };

    private static string What(string what) =>
        what == Unfinished.TheRest ? "de rest" : BytesOf().Replace(AndMore().Replace(what, "$1 en nog $2"), "bestand van $1 bytes");

    [GeneratedRegex(@"\A(.+) and ([0-9]+) more\z")]
    private static partial Regex AndMore();

    [GeneratedRegex(@"\A[a-z]+ of ([0-9]+) bytes\z")]
    private static partial Regex BytesOf();
}

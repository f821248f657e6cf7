using WelWee3D.People;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>The address of the practice, which the settings tell, and that of the authority.</summary>
internal static class WhereToAsk
{
    public static string Title(PlainWords words) => words.Either("Vragen, verzoeken en klachten", "Questions, requests and complaints");

    public static IReadOnlyList<string> Lines(string practice, PlainWords words) =>
        [words.Either($"Schrijf naar {practice}.", $"Write to {practice}."), Authority.Beside(words.Language)];
}

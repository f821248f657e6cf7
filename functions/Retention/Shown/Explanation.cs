namespace WelWee3D.Retention.Shown;

/// <summary>Why a record is still there, or is gone: as one would tell the person it is about.</summary>
public sealed record Explanation(string Nl, string En)
{
    public static Explanation OfKept(Derivation why, DateOnly today) => In(words => words.Kept(why, today));

    public static Explanation OfDestroyed(Derivation why, DateTimeOffset? destroyedAt, params IReadOnlyList<string> onDisks) =>
        In(words => words.Destroyed(why, destroyedAt, onDisks));

    private static Explanation In(Func<PlainWords, string> tell) => new(tell(PlainWords.Dutch), tell(PlainWords.English));
}

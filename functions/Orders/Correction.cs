namespace WelWee3D.Orders;

/// <summary>Who asks for a change, when, and why.</summary>
public sealed record Act(DateTimeOffset At, string By, string? Reason = null)
{
    public DateOnly Today => Amsterdam.DateOf(At);
}

/// <summary>A date that was set right.</summary>
/// <param name="Former">What it was before; null when there was none.</param>
/// <param name="By">The object id of who did it.</param>
public sealed record Correction(string Field, DateOnly? Former, DateTimeOffset At, string By, string? Reason)
{
    public const int Most = 30;

    // They are one property of a row, which holds 32 Ki characters. In JSON one takes at most 3,300: there is always room for
    // the notes of what happened last.
    private const int MostCharacters = 20_000;
    private const int MostWithNotes = 31_000;

    private const string NotePrefix = "scans/";

    private const string DestroyedSuffix = "/destroyed";

    private const string ClientField = "client";

    /// <summary>It tells that the client's details were set right.</summary>
    public bool IsOfDetails => Field == ClientField;

    /// <summary>It tells no date that was set right, but that something was done to a scan, or to the client's details.</summary>
    public bool IsNote => IsOfDetails || Field.StartsWith(NotePrefix, StringComparison.Ordinal);

    public static Correction Note(Scan scan, Act act) => Of($"{NotePrefix}{scan.Id}", scan.ScannedOn, act);

    /// <summary>That a scan was destroyed: what it was and when it was made goes with it.</summary>
    public static Correction OfDestroyed(Id scan, DateTimeOffset at, string by) => new($"{NotePrefix}{scan}{DestroyedSuffix}", Former: null, at, by, Reason: null);

    /// <summary>That the client's details were set right. What they were is kept with the request that asked for it.</summary>
    public static Correction OfDetails(Act act) => Of(ClientField, former: null, act);

    /// <summary>Whether another date can be set right.</summary>
    public static bool HaveRoom(IReadOnlyList<Correction> history) =>
        history.Where(each => !each.IsNote).ToList() is { Count: < Most } dates && StoredJson.Write(dates).Length < MostCharacters;

    /// <summary>With a note: the oldest of them make room, and no date that was set right.</summary>
    public static IReadOnlyList<Correction> Noted(IReadOnlyList<Correction> history, Correction note)
    {
        List<Correction> all = [.. history, note];
        while (StoredJson.Write(all).Length > MostWithNotes)
            all.RemoveAt(all.FindIndex(each => each.IsNote));
        return all;
    }

    public static Correction Of(string field, DateOnly? former, Act act) => new(field, former, act.At, act.By, act.Reason);
}

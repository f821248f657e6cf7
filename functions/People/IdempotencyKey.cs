using Microsoft.Extensions.Primitives;

namespace WelWee3D.People;

/// <summary>
/// What a caller sends along to be able to repeat a request without having it done twice. The id of what is made
/// follows from the key and the day, so that a repeated request meets its own record.
/// </summary>
public sealed record IdempotencyKey(string Value)
{
    public const string Header = "Idempotency-Key";

    public const string Form = "Must be given once, as 1 to 255 visible ASCII characters.";

    private const int MaxLength = 255;

    /// <summary>From the header, else from the form's own field. Null and true when there is neither; false when it is no key.</summary>
    public static bool TryRead(HttpRequest request, string? field, out IdempotencyKey? key)
    {
        var values = request.Headers.TryGetValue(Header, out var header) ? header : field is null ? StringValues.Empty : new(field);
        key = values is [{ Length: > 0 and <= MaxLength } value] && value.All(sign => sign is >= '!' and <= '~') ? new(value) : null;
        return key is not null || values.Count == 0;
    }

    public Id MessageOn(DateOnly day, SubjectKeys keys) => MessagesOn(day, keys)[0];

    /// <summary>What it is called that day; and while there is a former key, what it was called under that.</summary>
    public IReadOnlyList<Id> MessagesOn(DateOnly day, SubjectKeys keys) =>
        Ids("idempotency", day, keys);

    /// <summary>The same of a message that staff took: no key of a visitor meets it.</summary>
    /// <param name="day">On which it was received.</param>
    public IReadOnlyList<Id> TakenOn(DateOnly day, SubjectKeys keys) => Ids("idempotency of staff", day, keys);

    /// <summary>For what belongs to a record: of another the same key is another.</summary>
    public IdempotencyKey Within(Id record) => new($"{record}|{Value}");

    /// <summary>What was made under it before; null where nothing was.</summary>
    /// <param name="ids">What that would be called.</param>
    public static async Task<T?> Earlier<T>(IEnumerable<Id> ids, Func<Id, CancellationToken, Task<T?>> find, CancellationToken cancellation)
        where T : class
    {
        foreach (var id in ids)
            if (await find(id, cancellation) is { } there)
                return there;
        return null;
    }

    /// <summary>What else staff made under it is called: of today first, and of yesterday, for a request may be repeated past midnight.</summary>
    public IReadOnlyList<Id> Lately(string purpose, DateOnly today, SubjectKeys keys) =>
        [.. Ids(purpose, today, keys), .. Ids(purpose, today.AddDays(-1), keys)];

    private IReadOnlyList<Id> Ids(string purpose, DateOnly day, SubjectKeys keys) =>
        [.. keys.Seeds(purpose, Value).Select(seed => Id.From(Amsterdam.StartOf(day), seed))];
}

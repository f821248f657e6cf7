using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>Which person's records are looked for: each value that is given narrows it.</summary>
internal sealed record Search
{
    private const string TooShort = "Must be the first three letters of a word of a name, or more. A shorter word must be whole, and nobody has this one.";

    /// <summary>The query parameters that tell it.</summary>
    public static readonly string[] Parameters = ["email", "phone", "name", "reference"];

    public string? Email { get; private init; }

    public string? Phone { get; private init; }

    /// <summary>What the words of a name begin with.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    public Reference? Reference { get; private init; }

    /// <summary>Whether it asks for nothing but words that are too short to be looked for unless they are whole.</summary>
    private bool IsShort => (Email ?? Phone) is null && Reference is null && Words.Count > 0 && Words.All(Names.IsShort);

    public bool IsEmpty => (Email ?? Phone) is null && Reference is null && Words.Count == 0;

    public static Search Of(HttpRequest request, Problems problems)
    {
        var search = new Search
        {
            Email = Read(request, "email", problems, problems.CheckEmail, MailAddresses.Kept),
            Phone = Read(request, "phone", problems, (field, phone) => problems.CheckPhone(field, phone!), Phones.Kept),
            Words = request.Query.TryGetValue("name", out var name) ? Names.Words($"{name}") : [],
        };
        if (name.Count > 0 && search.Words.Count == 0)
            problems.Add("name", TooShort);
        if (!request.Query.TryGetValue("reference", out var written))
            return search;
        if (!Storage.Reference.TryParse(written, out var reference))
            problems.Add("reference", "Must be a reference, such as K7RM-2P4X.");
        return search with { Reference = reference };
    }

    public bool Matches(Id id, string name, string? email, string? phone) =>
        (Reference is not { } reference || Storage.Reference.Of(id) == reference)
        && (Email is null || (email is not null && Email.Equals(MailAddresses.Kept(email), StringComparison.OrdinalIgnoreCase)))
        && (Phone is null || Phone == Phones.Kept(phone))
        && Names.Begin(Words, name);

    /// <summary>Null when what was found can be answered.</summary>
    public IResult? Refusal<T>(FoundPage<T> found, Id? after) =>
        IsShort && after is null && !found.HasLooked ? Answers.Unreadable("name", TooShort) : null;

    private static string? Read(
        HttpRequest request, string field, Problems problems, Action<string, string?> check, Func<string, string?> kept)
    {
        if (!request.Query.TryGetValue(field, out var values))
            return null;
        var value = values.ToString().Trim();
        check(field, value);
        return kept(value);
    }
}

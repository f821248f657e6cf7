using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>A value by which a person is named, and the keyed hashes under which their records are found.</summary>
/// <param name="Field">email or phone.</param>
/// <param name="Subjects">Its hash; while there is a former key, also that under it.</param>
/// <param name="Former">The hashes of other spellings, under which records of before may still stand.</param>
public sealed record SubjectValue(string Field, IReadOnlyList<string> Subjects, IReadOnlyList<string> Former)
{
    public IEnumerable<string> Keys => Subjects.Concat(Former).Distinct();
}

/// <summary>Which person a request is about: a mail address, a phone number, or both.</summary>
internal abstract record SubjectForm
{
    // A token names each record: of a person whom strangers wrote to a hundred thousand times too.
    private const int MaxBytes = 8 * 1024 * 1024;

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>Records that are theirs although only one of the two values leads to them: whoever asks has looked.</summary>
    public IReadOnlyList<Id> Named { get; init; } = [];

    /// <summary>The field that says whom it is about, the first one.</summary>
    public string FirstField => string.IsNullOrWhiteSpace(Email) ? "phone" : "email";

    /// <summary>Reads a form that says whom it is about, or refuses it.</summary>
    public static Task<Read<T>> From<T>(HttpRequest request, CancellationToken cancellation)
        where T : SubjectForm =>
        From<T>(request, form => form.Problems(), cancellation);

    /// <inheritdoc cref="From{T}(HttpRequest, CancellationToken)"/>
    public static Task<Read<T>> From<T>(HttpRequest request, Func<T, Problems> rules, CancellationToken cancellation)
        where T : SubjectForm =>
        Body.Json(request, rules, MaxBytes, cancellation);

    public IReadOnlyList<SubjectValue> Values(SubjectKeys keys) =>
    [
        .. string.IsNullOrWhiteSpace(Email) ? Array.Empty<SubjectValue>() : [new("email", keys.AllOfEmail(Email), keys.FormerOfEmail(Email))],
        .. string.IsNullOrWhiteSpace(Phone) ? Array.Empty<SubjectValue>() : [new("phone", keys.AllOfPhone(Phone), keys.FormerOfPhone(Phone))],
    ];

    protected virtual Problems Problems()
    {
        var problems = new Problems();
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone))
            problems.Add("email", "Is required when there is no phone.");
        // What is mistyped finds nothing, and must not read as nothing being kept.
        if (!string.IsNullOrWhiteSpace(Email))
            problems.CheckEmail("email", Email.Trim());
        if (!string.IsNullOrWhiteSpace(Phone))
            problems.CheckPhone("phone", Phone.Trim());
        return problems;
    }
}

using Microsoft.AspNetCore.Http;
using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>Which person a request is about: a mail address, a phone number, or both.</summary>
internal abstract record SubjectForm
{
    private const int MaxBytes = 4 * 1024;

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The field by which the person was named, first of all.</summary>
    public string Named => string.IsNullOrWhiteSpace(Email) ? "phone" : "email";

    /// <summary>Reads a form that says whom it is about, or refuses it.</summary>
    public static async Task<Read<T>> From<T>(HttpRequest request, CancellationToken cancellation)
        where T : SubjectForm
    {
        var read = await Body.Json<T>(request, MaxBytes, cancellation);
        return read.Refusal is null && read.Value.Problems() is { Any: true } problems
            ? new(Answers.Invalid(problems))
            : read;
    }

    public IReadOnlyList<string> Subjects(SubjectKeys keys) =>
    [
        .. string.IsNullOrWhiteSpace(Email) ? Array.Empty<string>() : [keys.OfEmail(Email)],
        .. string.IsNullOrWhiteSpace(Phone) ? Array.Empty<string>() : [keys.OfPhone(Phone)],
    ];

    private Problems Problems()
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

using WelWee3D.Http;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>Which person a request is about: a mail address, a phone number, or both.</summary>
internal abstract record SubjectForm
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public Problems Problems()
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

    public IReadOnlyList<string> Subjects(SubjectKeys keys) =>
    [
        .. string.IsNullOrWhiteSpace(Email) ? Array.Empty<string>() : [keys.OfEmail(Email)],
        .. string.IsNullOrWhiteSpace(Phone) ? Array.Empty<string>() : [keys.OfPhone(Phone)],
    ];
}

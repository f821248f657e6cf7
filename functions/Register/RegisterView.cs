using WelWee3D.Exports;
using WelWee3D.Retention;

namespace WelWee3D.Register;

/// <summary>A category of data, and the fields in which it is stored.</summary>
public sealed record RegisterData(DataCategory Category, string What, IReadOnlyList<string> Fields);

/// <summary>A line of the register of processing: an activity, and one rule by which what it keeps goes.</summary>
/// <param name="Kind">Of the records; that of the activity where it keeps none.</param>
/// <param name="Rule">Null where none says how long.</param>
/// <param name="Term">An ISO 8601 duration from <paramref name="Starts"/>; null where no rule says how long.</param>
public sealed record RegisterItem(
    string Activity, string Kind, string What, IReadOnlyList<string> Purposes, string Ground, IReadOnlyList<string> People, IReadOnlyList<RegisterData> Data,
    IReadOnlyList<string> Recipients, string? Rule, Term? Term, string Starts, string Reason, IReadOnlyList<string> Measures);

/// <summary>The register of processing activities (GDPR article 30) in one language.</summary>
/// <param name="Controller">Who is responsible, and where it is reached.</param>
/// <param name="Recipients">Whoever outside the practice gets data, and where it keeps that.</param>
/// <param name="Transfers">On which ground data goes to a country outside the European Economic Area.</param>
public sealed record RegisterView(
    DateOnly AsOf, string Language, string Controller, IReadOnlyList<string> SpecialCategories, IReadOnlyList<NamedRecipient> Recipients, string Transfers,
    IReadOnlyList<RegisterItem> Items);

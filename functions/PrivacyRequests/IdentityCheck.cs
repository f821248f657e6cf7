namespace WelWee3D.PrivacyRequests;

/// <summary>How somebody shows who they are: by what the practice knows of them already, and never by a document.</summary>
public enum IdentityMethod
{
    /// <summary>A code to the mail address that the practice has of them.</summary>
    Code,

    /// <summary>Two facts, told over the phone.</summary>
    Facts,
}

/// <summary>What somebody can be asked over the phone. Which ones were asked is kept, and never what was answered.</summary>
public enum IdentityFact
{
    PostalAddress,
    PhoneNumber,
    OrderDate,
    ScanDate,
    ShippingDate,
    MessageDate,
}

/// <summary>That it was asked who the person is, and what came of that.</summary>
/// <param name="AskedOn">The first time.</param>
/// <param name="Codes">How many codes were sent.</param>
/// <param name="CodeSentOn">The day of the last one.</param>
/// <param name="Tries">How often the last one was given wrongly.</param>
public sealed record IdentityCheck(
    DateOnly AskedOn, int Codes = 0, DateOnly? CodeSentOn = null, int Tries = 0, IdentityMethod? Method = null, DateOnly? EstablishedOn = null)
{
    public const int MostCodes = 5;
    public const int MostTries = 5;
    public const int FewestFacts = 2;

    private const int CodeIsGoodForDays = 7;

    // Without undue delay: who asks later has taken that time themselves.
    private const int PromptlyInDays = 7;

    public IReadOnlyList<IdentityFact> Facts { get; init; } = [];

    /// <summary>The days that the time to answer stood still, once it is known who the person is or the request was closed without that.</summary>
    public int SuspendedDays(DateOnly received, DateOnly? closedOn) =>
        WasAskedPromptly(received) && (EstablishedOn ?? closedOn) is { } on ? on.DayNumber - AskedOn.DayNumber : 0;

    /// <summary>Since when the time to answer stands still; null when it runs.</summary>
    public DateOnly? SuspendedSince(DateOnly received) => WasAskedPromptly(received) && EstablishedOn is null ? AskedOn : null;

    public bool TakesCode(DateOnly today) =>
        EstablishedOn is null && Tries < MostTries && CodeSentOn is { } on && today <= on.AddDays(CodeIsGoodForDays);

    private bool WasAskedPromptly(DateOnly received) => AskedOn <= received.AddDays(PromptlyInDays);
}

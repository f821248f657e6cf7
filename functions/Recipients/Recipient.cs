namespace WelWee3D.Recipients;

/// <summary>An organisation that the practice gives data of clients to, such as the one that prints the figurines.</summary>
/// <param name="Email">Of the organisation: what it has to do about the data is written there.</param>
/// <param name="MovedAt">When its mail address last became another; null when it has the first.</param>
/// <param name="Purpose">What it gets data for, as clients are told.</param>
public sealed record Recipient(
    [Operational] string Label,
    [Operational] string Name,
    [Operational] string Email,
    [Operational] string Purpose,
    [Operational] string Language,
    [Operational] DateOnly RegisteredOn,
    [Operational] DateTimeOffset? MovedAt = null);

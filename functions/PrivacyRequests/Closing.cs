namespace WelWee3D.PrivacyRequests;

public enum RequestOutcome
{
    /// <summary>What was asked was done; a complaint was dealt with.</summary>
    Done,

    /// <summary>A part was done, and the rest refused.</summary>
    Partly,
    Refused,

    /// <summary>The person asks it no more.</summary>
    Withdrawn,

    /// <summary>The person asked the same before: it is answered there.</summary>
    Duplicate,
}

/// <summary>How a request ended.</summary>
/// <param name="Ground">The article by which it was refused.</param>
/// <param name="Note">What the person was written beside that.</param>
/// <param name="Of">The request that this one is a duplicate of.</param>
public sealed record Closing(DateOnly On, string By, RequestOutcome Outcome, string? Ground = null, string? Note = null, Id? Of = null);

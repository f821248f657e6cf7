namespace WelWee3D.Staff;

/// <summary>The issuer's keys cannot be fetched: whether a token is good cannot be told.</summary>
public sealed class IssuerUnavailableException(Exception cause)
    : Exception("The metadata of the token issuer cannot be fetched.", cause);

using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>The right that somebody uses.</summary>
public enum RequestKind
{
    Access,
    Rectification,
    Erasure,
    Restriction,
    Objection,
    Withdrawal,
    Portability,
    Complaint,
}

/// <summary>How a request came in.</summary>
public enum RequestChannel
{
    Website,
    Phone,
    Mail,
    Paper,
}

public enum RequestStatus
{
    /// <summary>From the website, and its mail address has not been confirmed (yet): nobody has asked anything.</summary>
    Unconfirmed,
    Open,
    Closed,
}

public static class RequestKindWords
{
    public static Words Words(this RequestKind kind) => kind switch
    {
        RequestKind.Access => new("inzage", "access"),
        RequestKind.Rectification => new("verbetering", "rectification"),
        RequestKind.Erasure => new("wissen", "erasure"),
        RequestKind.Restriction => new("beperking", "restriction"),
        RequestKind.Objection => new("bezwaar", "objection"),
        RequestKind.Withdrawal => new("toestemming intrekken", "withdrawal of consent"),
        RequestKind.Portability => new("overdracht", "portability"),
        _ => new("klacht", "complaint"),
    };
}

using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Contact;

/// <summary>How far a message is.</summary>
public enum MessageState
{
    /// <summary>Nobody has said yet that it was answered.</summary>
    Open,
    Answered,
}

/// <summary>Messages by their state: the query parameter that asks for one, and the term.</summary>
public static class MessageStates
{
    public const string Parameter = "state";

    /// <summary>What messages in a state are filed under.</summary>
    public static string TermOf(MessageState state) => SearchTerms.OfState($"{state}".ToLowerInvariant());

    /// <returns>Null when none is asked for.</returns>
    public static MessageState? Of(HttpRequest request, Problems problems) => QueryChoice.Of<MessageState>(request, Parameter, problems);
}

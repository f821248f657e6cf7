using Microsoft.AspNetCore.Http;
using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>How far a message is.</summary>
public enum MessageState
{
    /// <summary>Nobody has said yet that it was answered.</summary>
    Open,
    Answered,
}

/// <summary>The query parameter that names one.</summary>
internal static class MessageStates
{
    public const string Parameter = "state";

    /// <returns>Null when none is asked for.</returns>
    public static MessageState? Of(HttpRequest request, Problems problems)
    {
        if (!request.Query.TryGetValue(Parameter, out var name))
            return null;
        foreach (var state in Enum.GetValues<MessageState>())
            if ($"{state}".Equals(name, StringComparison.OrdinalIgnoreCase))
                return state;
        problems.Add(Parameter, "Must be one of: open, answered.");
        return null;
    }
}

namespace WelWee3D.Http;

/// <summary>
/// What the description of the API tells of a function and neither its route nor the front door knows: what it does, what it takes
/// and what it answers. One for each method that does something else.
/// </summary>
/// <param name="summary">One sentence, for whoever calls it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DescribesAttribute(string summary) : Attribute
{
    public string Summary => summary;

    /// <summary>The methods it is about; none for all that the function has.</summary>
    public string[] Methods { get; init; } = [];

    /// <summary>What the body is read as; two where it depends on who asks.</summary>
    public Type[] Body { get; init; } = [];

    /// <summary>The types in which the body may come.</summary>
    public string[] BodyMedia { get; init; } = [Http.Body.JsonType];

    public bool BodyIsOptional { get; init; }

    /// <summary>Members that must be there although the type does without: its rules ask for them.</summary>
    public string[] Needs { get; init; } = [];

    /// <summary>A body, in JSON, that does what the summary says.</summary>
    public string? Example { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>What the answer is, in JSON; none where it has no body, or another one.</summary>
    public Type? Answer { get; init; }

    /// <summary>The other types in which the answer may come.</summary>
    public string[] AnswerMedia { get; init; } = [];

    /// <summary>What it may answer beside that and beside what follows from its route, its body and who may call it.</summary>
    public int[] Also { get; init; } = [];

    /// <summary>What follows from its body, and it never answers.</summary>
    public int[] Never { get; init; } = [];

    /// <summary>Headers that it reads, beside those that every function for staff does.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>Headers of the usual answer, beside those that follow from its status.</summary>
    public string[] AnswerHeaders { get; init; } = [];
}

/// <summary>An answer beside the usual one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AlsoAnswersAttribute(int status, Type answer) : Attribute
{
    public int Status => status;

    public Type Answer => answer;
}

/// <summary>The values of a query parameter of which there are a few.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChoiceAttribute(string parameter, params string[] values) : Attribute
{
    public ChoiceAttribute(string parameter, Type choices)
        : this(parameter, [.. Enum.GetNames(choices).Select(name => name.ToLowerInvariant())])
    {
    }

    public string Parameter => parameter;

    public IReadOnlyList<string> Values => values;
}

using System.Collections;

namespace WelWee3D.Http;

/// <summary>What is wrong with the fields of a request, in the order in which it was found.</summary>
public sealed class Problems : IEnumerable<(string Field, string Message)>
{
    private readonly List<(string Field, string Message)> found = [];

    public int Count => found.Count;

    public bool Any => found.Count > 0;

    public void Add(string field, string message) => found.Add((field, message));

    public void AddRange(IEnumerable<(string Field, string Message)> problems) => found.AddRange(problems);

    public IEnumerator<(string Field, string Message)> GetEnumerator() => found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using ArchUnitNET.Loader;

namespace WelWee3D.Tests;

/// <summary>
/// The folders of the app lie in layers: none leads back to itself. Compiled code is blind to constants and
/// <c>nameof</c>, and the lines with <c>using</c> are blind to a parent's namespace, so both are read.
/// </summary>
public sealed partial class LayersTests
{
    private const string Root = "WelWee3D";

    private static readonly Lazy<IReadOnlyList<Use>> Loaded = new(Load);

    [Fact]
    public void The_compiled_code_has_no_cycle_of_folders() => Assert.Empty(Cycle(Compiled(), folder => folder));

    [Fact]
    public void The_source_has_no_cycle_of_folders() => Assert.Empty(Cycle(Written(), folder => folder));

    [Fact]
    public void Nor_has_either_when_a_folder_counts_with_what_is_below_it()
    {
        Assert.Empty(Cycle(Compiled(), Top));
        Assert.Empty(Cycle(Written(), Top));
    }

    [Fact]
    public void A_cycle_is_told_with_the_types_that_make_it() => Assert.Equal(
        ["a.One → b.Two", "b.Three → c.Four", "c.Five → a.Six"],
        Cycle(
        [
            new("a", "b", "a.One → b.Two"), new("b", "c", "b.Three → c.Four"), new("c", "a", "c.Five → a.Six"), new("d", "a", "d.Seven → a.Six"),
        ], folder => folder));

    [Fact]
    public void Both_ways_of_reading_see_what_they_are_for()
    {
        Assert.Contains(Compiled(), use => (use.From, use.To) == ("Orders", "Retention"));
        Assert.Contains(Written(), use => (use.From, use.To) == ("Orders", "Retention"));
        Assert.True(Compiled().Select(use => use.From).Distinct().Count() > 10);
    }

    private static IReadOnlyList<Use> Compiled() => Loaded.Value;

    private static IReadOnlyList<Use> Load()
    {
        var architecture = new ArchLoader().LoadAssemblies(typeof(Services).Assembly).Build();
        return
        [
            .. from type in architecture.Types
               let own = type.Namespace?.FullName
               where own?.StartsWith(Root, StringComparison.Ordinal) is true
               from dependency in type.Dependencies
               let target = dependency.Target?.Namespace?.FullName
               where target?.StartsWith(Root, StringComparison.Ordinal) is true && target != own
               select new Use(Folder(own), Folder(target), $"{type.FullName} → {dependency.Target.FullName}"),
        ];
    }

    private static IReadOnlyList<Use> Written()
    {
        var functions = Path.Combine(Source.Root, "functions");
        // Whatever stands there every file uses.
        var everywhere = File.ReadAllText(Path.Combine(functions, "GlobalUsings.cs"));
        return
        [
            .. from file in Directory.EnumerateFiles(functions, "*.cs", SearchOption.AllDirectories)
               let source = File.ReadAllText(file)
               let own = Namespace().Match(source) is { Success: true } named ? Folder(named.Groups[1].Value) : null
               where own is not null
               from Match used in Using().Matches($"{source}\n{everywhere}")
               let other = Folder(used.Groups[1].Value)
               where other != own
               select new Use(own, other, $"{Path.GetRelativePath(functions, file)} → {other}"),
        ];
    }

    /// <returns>What makes a cycle, use by use; empty when there is none.</returns>
    private static IReadOnlyList<string> Cycle(IReadOnlyList<Use> uses, Func<string, string> grouped)
    {
        var first = uses.Select(use => use with { From = grouped(use.From), To = grouped(use.To) })
            .Where(use => use.From != use.To && use.From.Length > 0)
            .DistinctBy(use => (use.From, use.To)).ToLookup(use => use.From);
        foreach (var folder in first.Select(each => each.Key).Order())
            if (Walk(folder, folder, []) is { } path)
                return path;
        return [];

        IReadOnlyList<string>? Walk(string from, string to, HashSet<string> seen)
        {
            foreach (var use in first[from].OrderBy(use => use.To))
            {
                if (use.To == to)
                    return [use.Told];
                if (seen.Add(use.To) && Walk(use.To, to, seen) is { } rest)
                    return [use.Told, .. rest];
            }
            return null;
        }
    }

    private static string Folder(string name) => name == Root ? "" : name[(Root.Length + 1)..];

    private static string Top(string folder) => folder.Split('.')[0];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(WelWee3D\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    /// <param name="Told">Which types, or which file, make it.</param>
    private sealed record Use(string From, string To, string Told);
}

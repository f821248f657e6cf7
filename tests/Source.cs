using System.Reflection;

namespace WelWee3D.Tests;

/// <summary>The tree that these tests were built from.</summary>
internal static class Source
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(
        typeof(Source).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "ProjectDirectory").Value!, ".."));
}

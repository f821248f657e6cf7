namespace WelWee3D.Tests.Infra;

/// <summary>A copy of <c>infra/</c> that a test may change.</summary>
internal sealed class InfraCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("welwee3d-infra-");

    public InfraCopy()
    {
        foreach (var file in Directory.GetFiles(Bicep.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Whole(Path.GetRelativePath(Bicep.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Whole(string file) => Path.Combine(folder.FullName, file);

    public void Append(string file, string line) => File.AppendAllText(Whole(file), line + "\n");

    public void Replace(string file, string former, string now)
    {
        var text = File.ReadAllText(Whole(file));
        Assert.Contains(former, text);
        File.WriteAllText(Whole(file), text.Replace(former, now, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);
}

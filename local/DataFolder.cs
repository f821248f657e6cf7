using System.Security.Cryptography;

namespace WelWee3D.Local;

/// <summary>What outlives a run of the local host: the emulator's data, and the key that subjects are hashed with.</summary>
public sealed class DataFolder(string path)
{
    public string Storage => Path.Combine(path, "azurite");

    private string KeyFile => Path.Combine(path, "subjects-hmac.key");

    /// <summary>Deletes what this host made, and nothing else that may lie there.</summary>
    public void Reset()
    {
        if (Directory.Exists(Storage))
            Directory.Delete(Storage, recursive: true);
        if (File.Exists(KeyFile))
            File.Delete(KeyFile);
    }

    /// <summary>The key made at the first start: with another one nobody would be found again.</summary>
    public string SubjectsKey()
    {
        Directory.CreateDirectory(path);
        if (!File.Exists(KeyFile))
            File.WriteAllText(KeyFile, LocalSettings.NewKey());
        return File.ReadAllText(KeyFile);
    }
}

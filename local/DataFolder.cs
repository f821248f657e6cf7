using System.Security.Cryptography;

namespace WelWee3D.Local;

/// <summary>What outlives a run of the local host: the emulator's data, the key that subjects are hashed with, and the mailbox.</summary>
public sealed class DataFolder(string path)
{
    public string Storage => Path.Combine(path, "azurite");

    public string Mailbox => Path.Combine(path, "mailbox.jsonl");

    private string KeyFile => Path.Combine(path, "subjects-hmac.key");

    /// <summary>Deletes what this host made, and nothing else that may lie there.</summary>
    /// <exception cref="DataInUseException">A host is running on it.</exception>
    public void Reset()
    {
        if (Directory.Exists(Storage))
        {
            Azurite.Take(Storage).Dispose();
            Directory.Delete(Storage, recursive: true);
        }
        foreach (var file in (string[])[KeyFile, Mailbox])
            if (File.Exists(file))
                File.Delete(file);
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

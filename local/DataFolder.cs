using System.Security.Cryptography;

namespace WelWee3D.Local;

/// <summary>What outlives a run of the local host: the emulator's data, the key that subjects are hashed with, and the mailbox.</summary>
public sealed class DataFolder(string path)
{
    public string Storage => Path.Combine(path, "azurite");

    public string Mailbox => Path.Combine(path, "mailbox.jsonl");

    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

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
        if (!File.Exists(KeyFile))
        {
            Secure();
            File.WriteAllText(KeyFile, LocalSettings.NewKey());
        }
        Secure();
        return File.ReadAllText(KeyFile);
    }

    /// <summary>Whoever else has an account on this machine sees nothing of it. A folder that was there before is left as it is.</summary>
    private void Secure()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Storage);
            return;
        }
        if (!Directory.Exists(path))
            Directory.CreateDirectory(path, OwnersFolder);
        Directory.CreateDirectory(Storage, OwnersFolder);
        File.SetUnixFileMode(Storage, OwnersFolder);
        using (File.Open(Mailbox, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = OwnersFile }))
            File.SetUnixFileMode(Mailbox, OwnersFile);
        if (File.Exists(KeyFile))
            File.SetUnixFileMode(KeyFile, OwnersFile);
    }
}

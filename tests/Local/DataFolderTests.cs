namespace WelWee3D.Tests.Local;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_key_for_subjects_is_made_once()
    {
        var key = new DataFolder(folder.FullName).SubjectsKey();

        Assert.Equal(32, Convert.FromBase64String(key).Length);
        Assert.Equal(key, new DataFolder(folder.FullName).SubjectsKey());
    }

    [Fact]
    public void It_is_its_owners_alone()
    {
        var path = Path.Combine(folder.FullName, "new");
        var data = new DataFolder(path);
        data.SubjectsKey();

        Assert.All(
            OperatingSystem.IsWindows() ? [] : (string[])[path, data.Storage, data.Mailbox, Path.Combine(path, "subjects-hmac.key")],
            place => Assert.Equal(UnixFileMode.None, ModeOf(place) & (UnixFileMode)0b000_111_111));
    }

    [Fact]
    public void One_of_before_becomes_so_and_a_folder_that_holds_more_is_left_as_it_is()
    {
        var data = new DataFolder(folder.FullName);
        data.SubjectsKey();
        if (OperatingSystem.IsWindows())
            return;
        var key = Path.Combine(folder.FullName, "subjects-hmac.key");
        foreach (var place in (string[])[key, folder.FullName])
            File.SetUnixFileMode(place, (UnixFileMode)0b111_101_101);

        data.SubjectsKey();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(key));
        Assert.Equal((UnixFileMode)0b111_101_101, ModeOf(folder.FullName));
    }

    [Fact]
    public void A_reset_leaves_alone_what_the_host_did_not_make()
    {
        var data = new DataFolder(folder.FullName);
        var key = data.SubjectsKey();
        Directory.CreateDirectory(data.Storage);
        var other = Path.Combine(folder.FullName, "other.txt");
        File.WriteAllText(other, "kept");

        data.Reset();

        Assert.False(Directory.Exists(data.Storage));
        Assert.True(File.Exists(other));
        Assert.NotEqual(key, data.SubjectsKey());
    }

    [Fact]
    public void A_folder_that_is_not_there_can_be_reset() =>
        new DataFolder(Path.Combine(folder.FullName, "new")).Reset();

    private static UnixFileMode ModeOf(string place) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(place);
}

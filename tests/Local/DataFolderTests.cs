using WelWee3D.Local;

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
}

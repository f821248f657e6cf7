namespace WelWee3D.Tests.Orders;

public sealed class SafeNameTests
{
    [Theory]
    [InlineData("buik.stl", "buik.stl")]
    [InlineData("Anna's scan (2) é 👶.stl", "Anna's scan (2) é 👶.stl")]
    [InlineData(@"C:\scans\buik.stl", "buik.stl")]
    [InlineData("../../buik.stl", "buik.stl")]
    [InlineData("bu<i>k:?.stl", "buik.stl")]
    [InlineData("buik.stl. ", "buik.stl")]
    [InlineData("CON.stl", "_CON.stl")]
    [InlineData("con", "_con")]
    [InlineData("Aux .tar.stl", "_Aux .tar.stl")]
    [InlineData("COM1.stl", "_COM1.stl")]
    [InlineData("lpt¹.stl", "_lpt¹.stl")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("CONTROLE.stl", "CONTROLE.stl")]
    [InlineData("COM10.stl", "COM10.stl")]
    [InlineData("buik\u202elts.exe", "buiklts.exe")]
    [InlineData("\ufeffCON\u200b.stl", "_CON.stl")]
    [InlineData("een\u2028twee\u0007.stl", "eentwee.stl")]
    public void A_name_is_safe_on_every_disk(string name, string safe) =>
        Assert.Equal(safe, (Make.Scan(World.Instant) with { FileName = name }).SafeName());

    [Theory]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("\u202e")]
    public void Where_nothing_is_left_the_file_goes_by_its_id(string name)
    {
        var scan = Make.Scan(World.Instant) with { FileName = name };

        Assert.Equal(scan.BlobName, scan.SafeName());
    }
}

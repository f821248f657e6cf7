namespace WelWee3D.Tests.Local;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("scans/{orderId}/{name}", "o1/s1.stl", "o1", "s1.stl")]
    [InlineData("scans/{orderId}/{name}", "o1/deep/s1.stl", "o1", "deep/s1.stl")]
    [InlineData("scans/new-{orderId}/{name}.stl", "new-o1/s1.stl", "o1", "s1")]
    public void Tokens_take_their_part_of_the_name(string path, string blob, string orderId, string name)
    {
        var tokens = new BlobPattern(path).Match(blob);

        Assert.NotNull(tokens);
        Assert.Equal(orderId, tokens["orderId"]);
        Assert.Equal(name, tokens["name"]);
    }

    [Theory]
    [InlineData("scans/{orderId}/{name}", "loose.stl")]
    [InlineData("scans/{orderId}/{name}", "/s1.stl")]
    [InlineData("scans/{name}.stl", "s1xstl")]
    public void A_name_that_does_not_fit_has_no_tokens(string path, string blob) =>
        Assert.Null(new BlobPattern(path).Match(blob));

    [Theory]
    [InlineData("scans/{name}", "scans", "")]
    [InlineData("scans/in/{name}", "scans", "in/")]
    public void Container_and_prefix_narrow_the_listing(string path, string container, string prefix)
    {
        var pattern = new BlobPattern(path);

        Assert.Equal((container, prefix), (pattern.Container, pattern.Prefix));
    }

    [Theory]
    [InlineData("scans")]
    [InlineData("{container}/x")]
    public void A_path_names_its_container(string path) =>
        Assert.Throws<ArgumentException>(() => new BlobPattern(path));
}

namespace WelWee3D.Tests.Local;

public sealed class FunctionCatalogTests
{
    private readonly FunctionCatalog catalog = new(typeof(SampleFunctions).Assembly);

    [Theory]
    [InlineData("SampleTimer")]
    [InlineData("sampletimer")]
    public void Names_are_found_whatever_their_case(string name) => Assert.NotNull(catalog.Find(name));

    [Fact]
    public void An_unknown_name_is_not_found() => Assert.Null(catalog.Find("Unknown"));

    [Fact]
    public void Every_function_of_the_app_can_be_hosted() => Assert.NotNull(new FunctionCatalog(typeof(Services).Assembly));
}

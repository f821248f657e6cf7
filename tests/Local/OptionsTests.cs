using WelWee3D.Local;

namespace WelWee3D.Tests.Local;

public sealed class OptionsTests
{
    [Fact]
    public void Without_arguments_the_port_is_that_of_the_Functions_host()
    {
        var options = Options.Parse([]);

        Assert.Equal((7071, false, ".data"), (options!.Port, options.Reset, Path.GetFileName(options.DataFolder)));
    }

    [Fact]
    public void Arguments_come_in_any_order()
    {
        var options = Options.Parse(["--reset", "--hold-bodies", "--data", "/tmp/elsewhere", "--port", "8080"]);

        Assert.Equal(new Options(8080, "/tmp/elsewhere", Reset: true, HoldBodies: true), options);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--prot", "8080")]
    [InlineData("8080")]
    public void Arguments_that_make_no_sense_are_none(params string[] args) => Assert.Null(Options.Parse(args));
}

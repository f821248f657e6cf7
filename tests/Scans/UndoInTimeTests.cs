namespace WelWee3D.Tests.Scans;

/// <summary>Whether storage can still recover a file is a matter of days, and of storage.</summary>
public sealed class UndoInTimeTests
{
    [Theory]
    [InlineData(6, 200)]
    [InlineData(8, 409)]
    public async Task Undone_while_the_window_is_open(int days, int status)
    {
        await using var world = await World.Start();
        var certificate = await Destroyed(world);

        world.MoveTo(world.Today.AddDays(days));

        Assert.Equal(status, await Undo(world, certificate));
        Assert.Empty(status == 409 ? world.Storage.SoftDelete!.Recoverable : []);
    }

    [Fact]
    public async Task Storage_that_keeps_nothing_deleted_brings_nothing_back()
    {
        await using var world = await World.Start(new() { KeepsDeleted = null });

        Assert.Equal(409, await Undo(world, await Destroyed(world)));
    }

    private static async Task<int> Destroyed(World world)
    {
        var scan = (await world.Given.OrderWithScan()).Scans[0].Id;
        await world.Ask<DestroyScan>((function, request) => function.Run(request, $"{scan}", default), new { reason = "Vergissing", destroysNow = true });
        return (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, scan), default))!.Certificate!.Number;
    }

    private static async Task<int> Undo(World world, int certificate) =>
        (await world.Ask<UndoDestruction>((function, request) => function.Run(request, default), new { certificate, reason = "Terug" })).StatusCode;
}

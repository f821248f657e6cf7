namespace WelWee3D.Tests;

/// <summary>Tests that each have a world to themselves.</summary>
public abstract class OwnWorld(WorldOptions? options = null) : IAsyncLifetime
{
    private protected World world = null!;

    protected virtual WorldOptions Options => options ?? new();

    public async Task InitializeAsync() => world = await World.Start(Options);

    public async Task DisposeAsync() => await world.DisposeAsync();
}

namespace WelWee3D.Tests;

/// <summary>Tests that each have a world to themselves.</summary>
public abstract class OwnWorld(WorldOptions? options = null) : IAsyncLifetime
{
    private protected World world = null!;

    public async Task InitializeAsync() => world = await World.Start(options);

    public async Task DisposeAsync() => await world.DisposeAsync();
}

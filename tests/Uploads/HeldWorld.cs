namespace WelWee3D.Tests.Uploads;

/// <summary>A host that holds bodies back until they are whole, as the Functions host does today.</summary>
public sealed class HeldWorld : HttpWorld
{
    protected override WorldOptions Options => new() { HoldsBodies = true };
}

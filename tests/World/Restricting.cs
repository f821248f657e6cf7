namespace WelWee3D.Tests;

/// <summary>A restriction of all that hashes lead to, and its end: as they stand when everybody was told.</summary>
internal static class Restricting
{
    public static Task Restrict(this World world, IReadOnlyList<string> subjects) => Decide(world, subjects, Decision.Restrict);

    public static Task LiftRestriction(this World world, IReadOnlyList<string> subjects) => Decide(world, subjects, Decision.LiftRestriction);

    private static async Task Decide(World world, IReadOnlyList<string> subjects, Decision decision) => await world.Get<Restriction>().Decide(
        (await world.Get<SubjectRecords>().Find(subjects, default)).Records, decision, default);
}

using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Pages;

/// <summary>
/// What the console begins with: who signs staff in, which day it is for the app, what rules and kinds of record are called,
/// and what has to be looked at each year. Nothing of it is secret.
/// </summary>
public sealed class DescribeConsole(FrontDoor door, IOptions<StaffOptions> staff, RecordKinds kinds, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(DescribeConsole))]
    [Describes("Tells what the staff console begins with.", Answer = typeof(Console))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/console")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(Answers.Ok(new Console(
            clock.Today(), clock.GetUtcNow(), IsLocal ? "local" : "entra", staff.Value.Authority, staff.Value.Audience,
            [.. RetentionSchedule.All.Select(rule => new RuleWords(rule.Name, rule.Words, rule.Starts, rule.Reason))],
            [.. kinds.InOrder.Select(kind => new KindNames(kind.Name, kind.Words.One, kind.Words.Many))], Review.All, rules.RecoveryDays)).Unshared()));

    // Only where the issuer listens on this machine is there one that signs in by a click.
    private bool IsLocal => new Uri(staff.Value.Authority).IsLoopback;

    /// <param name="Now">The moment by the app's clock: a console that stays open counts on from it.</param>
    /// <param name="SignIn">By whom staff are signed in: <c>entra</c>, or <c>local</c> on one machine.</param>
    private sealed record Console(
        DateOnly Today, DateTimeOffset Now, string SignIn, string Authority, string ClientId, IReadOnlyList<RuleWords> Rules, IReadOnlyList<KindNames> Kinds,
        IReadOnlyList<Review> Reviews, int RecoveryDays);

    private sealed record RuleWords(string Name, Words Words, Words Starts, Words Reason);

    private sealed record KindNames(string Name, Words One, Words Many);
}

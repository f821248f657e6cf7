namespace WelWee3D.Tests.Retention.EveryKind;

/// <summary>A record that only tests know: what it takes to add a kind is here, whole.</summary>
public sealed record Toy(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Contact)] string Email,
    [Personal(DataCategory.Contact)] string Phone,
    [Personal(DataCategory.Order)] DateOnly LentOn,
    [Personal(DataCategory.Rights)] DateOnly? RestrictedOn = null,
    [Personal(DataCategory.Rights)] DateOnly? ErasureRequestedOn = null) : RowRecord
{
    public static readonly RetentionRule Rule = new(
        "toy", Term.OfMonths(3), IsRecoverable: false,
        new("speelgoed", "toy"), new("de dag waarop het is uitgeleend", "the day it was lent"),
        new("Dan is het wel terug.", "By then it will be back."));

    public override Interventions Interventions => new([], RestrictedOn, ErasureRequestedOn);

    public override Derivation Retention(RetentionRules rules, DateOnly today) => rules.Apply(Rule, LentOn, Interventions, today);

    public override RowRecord With(Interventions interventions) =>
        this with { RestrictedOn = interventions.RestrictedOn, ErasureRequestedOn = interventions.ErasureRequestedOn };
}

public sealed class Toys(Keeping keeping, SubjectKeys keys) : RowKind<Toy>(keeping, Kind, TableName)
{
    public const string Kind = "toy";
    public const string TableName = "Toys";

    public override KindWords Words { get; } = new(new("stuk speelgoed", "toy"), new("stukken speelgoed", "toys"));

    private static readonly PackageTable Lent = new("toys", typeof(LentToy), new("Geleend speelgoed", "Toys lent"));

    public override IReadOnlyList<PackageTable> Tables => [Lent];

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is { } toy)
            package.Tell(Lent, new LentToy(toy.Id, toy.Email, toy.Phone, toy.LentOn));
    }

    public override IReadOnlyList<string> SubjectsOf(Toy record) => keys.Of(record.Email, record.Phone);
}

/// <summary>A toy as its borrower gets it handed over.</summary>
public sealed record LentToy(Id Id, string Email, string Phone, DateOnly LentOn);

public static class ToysSetup
{
    public static IServiceCollection AddToys(this IServiceCollection services) => services
        .AddTable(Accounts.Records, Toys.TableName, typeof(Toy))
        .AddKind<Toys>();
}

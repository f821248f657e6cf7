using WelWee3D.Tests;
using WelWee3D.Tests.Infra;
using WelWee3D.Tests.Local;
using WelWee3D.Tests.Publishing;
using WelWee3D.Tests.Retention;
using WelWee3D.Tests.Retention.DieAnywhere;
using WelWee3D.Tests.Retention.Simulation;
using WelWee3D.Tests.Storage;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"WelWee3D.Tests.{nameof(LongestFirst)}", "WelWee3D.Tests")]

namespace WelWee3D.Tests;

/// <summary>What takes longest begins first, so that nothing long runs on alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(TenYearsTests), typeof(ErasureDiesTests), typeof(SweepDiesTests), typeof(SweepCostTests), typeof(KilledSweepTests),
        typeof(PublishedAppTests), typeof(BicepTests), typeof(ConcurrencyTests), typeof(LostAnswersTests), typeof(ScanDiesTests), typeof(OtherVersionsTests),
        typeof(AzuriteTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, type => collection.DisplayName.EndsWith(type.FullName!, StringComparison.Ordinal)) switch
        {
            < 0 => Long.Length,
            var place => place,
        });
}

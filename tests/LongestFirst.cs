using WelWee3D.Tests;
using WelWee3D.Tests.Browser;
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
    private static readonly string[] Long =
    [
        Of<TenYearsTests>(), PracticeStories.Name, PracticePages.Name, Of<ErasureDiesTests>(), Of<SweepDiesTests>(), Of<SweepCostTests>(), Of<KilledSweepTests>(),
        Of<PublishedAppTests>(), Of<BicepTests>(), Of<ConcurrencyTests>(), Of<LostAnswersTests>(), Of<ScanDiesTests>(), Of<OtherVersionsTests>(), Of<AzuriteTests>(),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)) switch
        {
            < 0 => Long.Length,
            var place => place,
        });

    private static string Of<TTests>() => typeof(TTests).FullName!;
}

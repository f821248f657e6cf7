using WelWee3D.Retention;
using WelWee3D.Retention.Running;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>Fills a package that was begun, in the request that asked for it or after a stop.</summary>
public sealed class PackageMaking(ExportPackages packages, PackageWriter writer, SubjectRecords records, RunLog runs, TimeProvider clock) : IRunWork
{
    string IRunWork.Kind => RunKind.Export;

    Task IRunWork.CarryOut(OpenRun run, CancellationToken cancellation) => Make(run, cancellation);

    /// <returns>False when it was taken away meanwhile, with something that is in it.</returns>
    public async Task<bool> Make(OpenRun run, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Export, run.AskedBy, clock, run.Id);
        var item = Item.Parse(run.Items[0]);
        var isMade = await packages.Find(item.Id, cancellation) is { } package && (package.IsWhole || await Fill(package, run, cancellation));
        if (!isMade)
            tally.Leave($"{item}", "some of it was destroyed while it was being made");
        await runs.Add(tally.ToRun(), cancellation);
        return isMade;
    }

    private async Task<bool> Fill(ExportPackage package, OpenRun run, CancellationToken cancellation)
    {
        var found = await records.Find(run.Subjects, cancellation);
        return await packages.Fill(package, (stream, token) => writer.Write(package, found.Records, stream, token), cancellation);
    }
}

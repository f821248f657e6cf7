using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;

namespace WelWee3D.Exports;

/// <summary>Fills a package that was begun, in the request that asked for it or after a stop.</summary>
public sealed class PackageMaking(ExportPackages packages, PackageWriter writer, Letters letters, RunLog runs, TimeProvider clock) : IRunWork
{
    string IRunWork.Kind => RunKind.Export;

    Task IRunWork.CarryOut(OpenRun run, CancellationToken cancellation) => Make(run, cancellation);

    /// <returns>False when it was taken away meanwhile, with something that is in it.</returns>
    public async Task<bool> Make(OpenRun run, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Export, run.AskedBy, clock, run.Id);
        var item = Item.Parse(run.Items[0]);
        var package = await packages.Find(item.Id, cancellation);
        var isMade = package is not null
            && (package.IsWhole || await packages.Fill(package, (stream, token) => writer.Write(package, stream, token), cancellation));
        if (!isMade)
            tally.Leave($"{item}", "some of it was destroyed while it was being made");
        else if (package!.Recipient is not null)
            await Send(package.Id, cancellation);
        await runs.Add(tally.ToRun(), cancellation);
        return isMade;
    }

    // Only now: a letter waits ten minutes for what it tells of, and a large package takes longer.
    private async Task Send(Id package, CancellationToken cancellation)
    {
        await letters.Add(new(PackageLetter.Name, $"{package}"), cancellation);
        await letters.Add(new(PackageNotice.Name, $"{package}"), cancellation);
    }
}

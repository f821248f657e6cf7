using System.Collections.Concurrent;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Imports;

/// <summary>
/// Brings in records that the practice had before, from a file with a line for each: all of them or, where any line will not do,
/// none. A dry run tells what would come of it. The same file may be sent again, also after it broke off half-way: what is there
/// is there once.
/// </summary>
public sealed class BringIn(FrontDoor door, IEnumerable<IImport> imports, TimeProvider clock)
{
    private const int AtOnce = 8;
    private const string KindParameter = "kind";
    private const string DryRunParameter = "dryRun";

    [Function(nameof(BringIn))]
    [Describes(
        "Brings in messages or orders that the practice had before, from a file with a line for each.", Body = [typeof(string)], BodyMedia = [ImportFile.MediaType],
        Example = """
            "receivedOn,channel,name,phone,message\n2026-11-02,phone,Eva,+31612345678,Wil graag teruggebeld worden.\n"
            """, Answer = typeof(ImportAnswer))]
    [Choice(KindParameter, typeof(ImportKind))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            var problems = new Problems();
            var kind = QueryChoice.Of<ImportKind>(request, KindParameter, problems);
            var dryRun = QueryChoice.Of<Truth>(request, DryRunParameter, problems) == Truth.True;
            if (kind is null && !problems.Any(problem => problem.Field == KindParameter))
                problems.Add(KindParameter, "Must be one of: contacts, orders.");
            if (problems.Any)
                return Answers.Unreadable(problems);
            var read = await Body.Text(request, ImportFile.MediaType, ImportFile.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var import = imports.Single(each => each.Kind == kind);
            var file = ImportFile.Read(read.Value, import.Columns, import.Required);
            return file.Problems.Any ? Answers.Invalid(file.Problems) : await Take(import, file, new(clock.GetUtcNow(), caller.Id), dryRun, DutchRefusals.LanguageOf(request), cancellation);
        }, KindParameter, DryRunParameter);

    private static async Task<IResult> Take(IImport import, ImportFile file, Act act, bool dryRun, string language, CancellationToken cancellation)
    {
        var planned = file.Lines.Select(line => (Line: line, Record: line.Problems.Any ? null : import.Plan(line, act)))
            .Where(each => each.Record is not null).Select(each => (each.Line, Record: each.Record!)).ToList();
        foreach (var (first, other) in Doubles(planned))
            other.Problems.Add("reference", $"Stands for the same as line {first.Number}: give each a reference of its own, or leave one out.");

        var wrong = file.Lines.Where(line => line.Problems.Any).ToList();
        if (wrong.Count > 0 && !dryRun)
            return Refused(wrong);
        var states = new ConcurrentDictionary<int, ImportItem>();
        await Parallel.ForEachAsync(
            planned.Where(each => !each.Line.Problems.Any), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (each, token) => states[each.Line.Number] = await Take(import, each.Line.Number, each.Record, dryRun, token));
        return Answers.Ok(AnswerOf(import.Kind, dryRun, file, language, [.. states.Values.OrderBy(item => item.Line)]));
    }

    private static async Task<ImportItem> Take(IImport import, int line, Planned record, bool dryRun, CancellationToken cancellation)
    {
        foreach (var id in record.Ids)
            if (await import.IsThere(id, cancellation))
                return new(line, id, ImportState.Standing);
        if (await import.WasDestroyed(record.Ids, cancellation))
            return new(line, record.Ids[0], ImportState.Destroyed);
        if (!dryRun)
            await record.Add(cancellation);
        return new(line, record.Ids[0], ImportState.New);
    }

    private static IEnumerable<(ImportLine First, ImportLine Other)> Doubles(IEnumerable<(ImportLine Line, Planned Record)> planned) =>
        planned.GroupBy(each => each.Record.Ids[0]).SelectMany(same => same.Skip(1).Select(other => (same.First().Line, other.Line)));

    private static ImportAnswer AnswerOf(ImportKind kind, bool dryRun, ImportFile file, string language, IReadOnlyList<ImportItem> items) => new(
        kind, dryRun, file.Lines.Count, Count(items, ImportState.New), Count(items, ImportState.Standing), Count(items, ImportState.Destroyed), items,
        [.. file.Lines.SelectMany(line => line.Problems.Select(problem => new ImportProblem(line.Number, problem.Field, DutchRefusals.In(language, problem.Message))))]);

    private static int Count(IReadOnlyList<ImportItem> items, ImportState state) => items.Count(item => item.State == state);

    private static IResult Refused(IEnumerable<ImportLine> wrong)
    {
        var problems = new Problems();
        foreach (var line in wrong)
            problems.AddRange(line.Problems.Select(problem => ($"lines[{line.Number}].{problem.Field}", problem.Message)));
        return Answers.Invalid(problems);
    }

    private enum Truth
    {
        False,
        True,
    }
}

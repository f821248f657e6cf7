using WelWee3D.Tests.Exports;
using WelWee3D.Tests.Http;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>What is about a person and is not understood: left, and told to whoever asks about that person.</summary>
public sealed class LeftOfAPersonTests : OwnWorld
{
    private const string Unknown = "something-else";
    private const string SomeId = "019aab5e3c7b70008000000000000000";

    private string Subject => world.Get<SubjectKeys>().OfEmail(Make.Email);

    [Theory]
    [InlineData($"|{Unknown}|{SomeId}", $"{Unknown}|{SomeId}", Unfinished.UnknownKind)]
    [InlineData("|message|nobody", null, Unfinished.Unreadable)]
    [InlineData("|message", null, Unfinished.Unreadable)]
    [InlineData($"|message|{SomeId}|1", null, Unfinished.Unreadable)]
    public async Task A_row_of_the_index_is_told_when_the_person_is_restricted_and_erased(string key, string? told, string why)
    {
        var message = await world.Given.Message();
        await world.Storage.Table(SubjectIndex.TableName).AddEntityAsync(new TableEntity(Subject[..2], Subject + key));
        var expected = (told ?? $"Subjects|{Subject}{key}", why);

        var restricted = await Ask<RestrictSubject>((function, request) => function.Run(request, default));
        var isRestricted = (await world.Get<ContactMessages>().Find(message.Id, default))!.RestrictedOn;
        var erased = await world.Erase(new { email = Make.Email });

        Assert.Equal(world.Today, isRestricted);
        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, default));
        Assert.Equal([expected], NotUnderstood(restricted));
        Assert.Equal([expected], NotUnderstood(erased));
        Assert.Equal([new Unfinished(expected.Item1, why)], (await Newest(RunKind.Erasure)).Unfinished);
        Assert.Equal([Subject + key], (await world.Storage.Rows(SubjectIndex.TableName)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_record_is_told_and_the_others_are_erased()
    {
        var (left, gone) = (await world.Given.Message(), await world.Given.OrderWithScan());
        var damaged = await Damaged.Row(world, ContactMessages.TableName, $"{left.Id}", "Name", null);

        var erased = await world.Erase(new { email = Make.Email });

        Assert.Equal([($"{left.Item}", Unfinished.Unreadable)], NotUnderstood(erased));
        Assert.Equal(2, erased.GetProperty("destroyed").GetArrayLength());
        Assert.Null(await world.Get<OrderStore>().Find(gone.Id, default));
        Assert.True(await damaged.IsLeft());
        Assert.Equal([left.Due], await world.DueRows());
    }

    [Fact]
    public async Task It_is_not_in_her_package_which_says_so_as_the_officer_is_told()
    {
        var (left, _) = (await world.Given.Message(), await world.Given.Message());
        await Damaged.Row(world, ContactMessages.TableName, $"{left.Id}", "Name", null);

        var made = await Ask<ExportSubject>((function, request) => function.Run(request, default));
        var package = (await world.Get<ExportPackages>().Find(Id.Parse(made.GetProperty("id").GetString()!), default))!;
        using var opened = new OpenedPackage(new MemoryStream((await world.Get<ExportPackages>().Blob(package.Id).DownloadContentAsync()).Value.Content.ToArray()));

        Assert.Equal([($"{left.Item}", Unfinished.Unreadable)], NotUnderstood(made));
        Assert.Equal(package.FetchableUntil(world.Get<RetentionRules>()).Iso(), made.GetProperty("fetchableUntil").GetString());
        Assert.Equal(world.Today.AddDays(6).Iso(), made.GetProperty("fetchableUntil").GetString());
        Assert.Contains("op 1 ding na", WebUtility.HtmlDecode(opened.Text("index.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("een kopie van alles", opened.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_is_understood_there_is_nothing_to_tell()
    {
        await world.Given.Message();

        Assert.Empty(NotUnderstood(await world.Erase(new { email = Make.Email })));
    }

    [Fact]
    public async Task What_of_others_cannot_be_read_does_not_keep_a_person_from_being_erased()
    {
        var others = await world.Given.Message("eva@example.nl", world.Today.AddYears(-5));
        await world.Get<DueIndex>().Claim(new(others.Due.On, "messages-1", [others.Due]), default);
        await Damaged.Row(world, ContactMessages.TableName, $"{others.Id}", "Name", null);
        var message = await world.Given.Message();

        var erased = await world.Erase(new { email = Make.Email });

        Assert.Empty(NotUnderstood(erased));
        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, default));
        Assert.Contains(await world.Storage.Rows(DueIndex.TableName), row => row.RowKey == "open|messages-1");
    }

    private async Task<JsonElement> Ask<TFunction>(Func<TFunction, HttpRequest, Task<IResult>> function)
    {
        var answer = await Answer.Of(world, function, new { email = Make.Email });
        Assert.InRange(answer.Status, 200, 201);
        return answer.Json;
    }

    private static IEnumerable<(string?, string?)> NotUnderstood(JsonElement answer) =>
        answer.GetProperty("notUnderstood").EnumerateArray().Select(each => (each.GetProperty("what").GetString(), each.GetProperty("why").GetString()));

    private async Task<Run> Newest(string kind) => await world.Get<RunLog>().NewestFirst(null, 10, default).FirstAsync(run => run.Kind == kind);
}

using Azure.Core;
using WelWee3D.Tests.Notices;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>What is made beside an order in the very moment in which its erasure runs.</summary>
public sealed class ErasedMeanwhileTests : NoticesWorld
{
    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 409)]
    public async Task A_quote_of_it_is_taken_back(bool isHeld, int status)
    {
        var order = await Order(isHeld);
        await using var making = At(call => call.Place() == QuoteRegister.TableName && !call.Reads(), () => Erase(order));

        var answer = await making.Ask<MakeQuote>((function, request) => function.Run(request, $"{order.Id}", None), new
        {
            lines = new[] { new { description = "Beeldje", quantity = 1, amountInCents = 9900, vatRate = 21 } },
        });

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain(await world.Storage.Rows(QuoteRegister.TableName), row => row.RowKey != "last");
        Assert.DoesNotContain(
            (await world.Get<SubjectRecords>().Find(world.Get<OrderStore>().SubjectsOf(order), None)).Records, each => each.Item.Kind == QuoteRegister.Kind);
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 409)]
    public async Task An_upload_to_it_is_taken_back(bool isHeld, int status)
    {
        var order = await Order(isHeld);
        await using var beginning = At(call => call.Place() == UploadStore.TableName && !call.Reads(), () => Erase(order));

        var answer = await beginning.Ask<CreateUpload>((function, request) => function.Run(request, None), compose: request =>
        {
            request.Headers["Tus-Resumable"] = "1.0.0";
            request.Headers["Upload-Length"] = "100";
            request.Headers["Upload-Metadata"] = TusClient.Metadata(order.Id);
        });

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await world.Storage.Rows(UploadStore.TableName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_given_something_of_it_is_told_too(bool isHeld)
    {
        var order = await Order(isHeld);
        var recipient = await world.Given.Recipient();
        await using var erasing = At(call => call.Place() == OrderStore.TableName && !call.Reads(), async () => Assert.Equal(201, (await world.Ask<RecordDisclosure>(
            (function, request) => function.Run(request, $"{order.Id}", None),
            new { recipient = recipient.Label, details = new[] { "name" }, givenOn = world.Today.Iso() })).StatusCode));

        await erasing.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);

        var notice = await Only();
        Assert.Equal((NoticeCause.Erasure, recipient.Label, order.Id), (notice.Cause, notice.Recipient, notice.Order));
    }

    [Fact]
    public async Task An_unfinished_upload_goes_also_where_a_hold_keeps_its_order()
    {
        var order = await Order(isHeld: true);
        await world.Given.Upload(order);

        await Erase(order);

        Assert.NotNull(await world.Get<OrderStore>().Find(order.Id, None));
        Assert.Empty(await world.Storage.Rows(UploadStore.TableName));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(366 * 5, 0)]
    public async Task What_shows_that_a_request_was_answered_is_written_before_it_goes_also_where_who_closed_it_died(int days, int left)
    {
        var closed = Make.Request(world.Now) with { Closing = new(world.Today, "officer", RequestOutcome.Done) };
        Assert.True(await Register.Add(closed, None));
        if (left > 0)
            await world.Get<Erasure>().Erase(Register.SubjectsOf(closed), "officer", None);

        world.MoveTo(world.Today.AddDays(days));
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);

        Assert.Null(await Register.Find(closed.Id, None));
        Assert.Equal(left, (await world.Storage.Rows(AnsweredRequests.TableName)).Count);
    }

    private Task<Order> Order(bool isHeld) => world.Given.Order(world.Given.NewAddress(), agreed: order => order with
    {
        Consents = [Make.Agreed(world.Now)], Holds = isHeld ? [Make.Hold(world.Now, world.Today.AddYears(1))] : [],
    });

    private Task Erase(Order order) => world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);

    /// <summary>An instance of the app before whose first such call something else happens.</summary>
    private World At(Func<Request, bool> moment, Func<Task> act)
    {
        var isFirst = true;
        return world.Beside(calls => calls.Before = async call =>
        {
            if (!isFirst || !moment(call))
                return;
            isFirst = false;
            await act();
        });
    }
}

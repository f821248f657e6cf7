using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>What cannot be read is left out of lists, and told to who asks for it alone.</summary>
public sealed class LeftOutOfListsTests : OwnWorld
{
    [Fact]
    public async Task The_orders_and_what_is_due_are_listed_without_it()
    {
        var (left, order) = (await world.Given.Order(), await world.Given.Order());
        await Damaged.Row(world, OrderStore.TableName, $"{left.Id}|order", "Name", null);

        var orders = await Items<ListOrders>((function, request) => function.Run(request, default));
        var due = await Items<ListDue>((function, request) => function.Run(request, default), $"?until={order.Due.On.Iso()}");

        Assert.Equal([$"{order.Id}"], orders);
        Assert.Equal([$"{order.Id}"], due);
    }

    [Fact]
    public async Task Who_asks_for_it_hears_that_it_cannot_be_read_and_nothing_of_what_it_holds()
    {
        var order = await world.Given.Order();
        await Damaged.Row(world, OrderStore.TableName, $"{order.Id}|order", "OpenedOn", "Anna de Vries");

        var (status, problem) = await Ask<GetOrder>((function, request) => function.Run(request, $"{order.Id}", default));
        var (whyStatus, _) = await Ask<ExplainRecord>((function, request) => function.Run(request, Kinds.Order, $"{order.Id}", default));

        Assert.Equal((500, 500), (status, whyStatus));
        Assert.Equal($"This version cannot read order|{order.Id}.", problem.GetProperty("detail").GetString());
    }

    private async Task<IEnumerable<string?>> Items<TFunction>(Func<TFunction, HttpRequest, Task<IResult>> function, string query = "")
    {
        var (status, page) = await Ask(function, query);
        Assert.Equal(200, status);
        return page.GetProperty("items").EnumerateArray().Select(each => each.GetProperty("id").GetString());
    }

    private async Task<(int Status, JsonElement Body)> Ask<TFunction>(Func<TFunction, HttpRequest, Task<IResult>> function, string query = "")
    {
        var answer = await Answer.Of(world, function, compose: request => request.QueryString = new(query));
        return (answer.Status, answer.Json);
    }
}

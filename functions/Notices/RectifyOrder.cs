using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Notices;

/// <summary>
/// Sets right what is known of a client, whom everything about her is then found by. Whoever was given what was wrong is told
/// (GDPR article 19). When her mail address becomes another her links do too, and go out to it. Where the letter of her order did not
/// arrive, it goes out again once her address is told.
/// </summary>
public sealed class RectifyOrder(FrontDoor door, OrderStore orders, RecipientsTold recipients, ClientLinks links, Letters letters, OrderAnswers answers, TimeProvider clock)
{
    [Function(nameof(RectifyOrder))]
    [Describes(
        "Sets right what is known of a client; whoever was given what was wrong is told, and she by a letter that did not arrive, or whose link went to another address.", Body = [typeof(ClientPatch)],
        BodyMedia = [MergePatch.Type, Body.JsonType], Example = """{"phone": "+31612345679"}""", Answer = typeof(OrderView), AnswerHeaders = ["ETag"], Also = [409, 412],
        Headers = ["If-Match"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/orders/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await MergePatch.Read<ClientPatch>(request, ClientForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (seen, act) = (request.Headers[HeaderNames.IfMatch].ToString(), new Act(clock.GetUtcNow(), caller.Id));
            // Before it is done, as with everything that recipients are told, and clients by a link.
            var foretold = await orders.Find(known, cancellation) is { } standing && Rectify(standing, read.Value, seen, act).Order is { } right
                ? await Foretell(standing, right, cancellation)
                : 0;
            var ruling = await orders.Change(known, order => Rectify(order, read.Value, seen, act), cancellation);
            // Whoever died before this says her address again.
            if (ruling?.Order is { } order && read.Value.Names("email"))
            {
                await links.Told(order, foretold, cancellation);
                await letters.AddAgain(Letter.Of(OpenOrder.Letter, known, order.LinkNumber), cancellation);
            }
            return answers.Of(ruling);
        });

    /// <returns>The number of her links from then on.</returns>
    private async Task<int> Foretell(Order order, Order right, CancellationToken cancellation)
    {
        if (order.Disclosures.Count > 0)
            await recipients.Tell(
                order, NoticeCause.Rectification, order.Due.Version.ToString(CultureInfo.InvariantCulture), request: null, cancellation,
                [.. Otherwise(order.Client, right.Client)]);
        return await links.Foretell(order, right, cancellation);
    }

    private static IEnumerable<ClientDetail> Otherwise(Client former, Client right) =>
        from each in new (ClientDetail Detail, Func<Client, object?> Of)[]
        {
            (ClientDetail.Name, client => client.Name), (ClientDetail.Email, client => client.Email),
            (ClientDetail.Phone, client => client.Phone), (ClientDetail.Address, client => client.Address),
        }
        where !Equals(each.Of(former), each.Of(right))
        select each.Detail;

    private Ruling Rectify(Order order, MergePatch patch, string seen, Act act)
    {
        if (OrderRules.Restricted(order) is { } restricted)
            return restricted;
        if (seen is not ("" or "*") && !seen.Split(',', StringSplitOptions.TrimEntries).Contains(OrderAnswers.Tag(order)))
            return new Refusal.Stale();
        var (form, problems) = patch.Apply(ClientForm.Of(order), form => form.Problems(act.Today, order));
        if (problems.Any)
            return new Refusal.Invalid(problems) { IsUnreadable = patch.IsUnreadable };

        var (client, height) = (form.ToClient(), form.HeightInMillimetres);
        var rectified = (client, height) == (order.Client, order.HeightInMillimetres) ? order : order with { Client = client, HeightInMillimetres = height };
        return orders.Foretold(
            order, OrderRules.Open(rectified, form.OpenedOn ?? order.OpenedOn, act with { Reason = form.Reason?.Trim() }), form.DestroysNow);
    }
}

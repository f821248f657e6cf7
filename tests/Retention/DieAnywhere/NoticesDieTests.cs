using WelWee3D.Tests.PrivacyRequests;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>Wherever it dies: what was done to an order is never done without its recipients being told, and each is told once.</summary>
public sealed class NoticesDieTests(ITestOutputHelper output) : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public Task Of_an_erasure() => Try("erase what was given away", NoticeCause.Erasure, isErased: true, (life, email) => life.Erase(new { email }));

    [Fact]
    public Task Of_a_restriction() => Try("restrict what was given away", NoticeCause.Restriction, isErased: false, async (life, email) =>
    {
        var answer = await life.Ask<RestrictSubject>((function, request) => function.Run(request, default), new { email });
        Assert.Equal(StatusCodes.Status200OK, answer.StatusCode);
    });

    [Fact]
    public Task Of_a_rectification_of_everything_at_once() => new EveryPoint<Rectified>(world, output, "rectify")
    {
        Tables = [.. StoredState.OfOrders.Union(StoredState.OfRequests).Union(StoredState.OfMessages)],
        Prepare = async () =>
        {
            var (email, right) = (world.Given.NewAddress(), world.Given.NewAddress());
            await world.Given.Message(email);
            var order = await world.Given.Disclosed(await world.Given.Order(email), "KOERIER", ClientDetail.Email);
            var request = await world.Given.Request(email, agreed: asked => asked with { Kind = RequestKind.Rectification });
            return new(email, right, order.Id, request.Id);
        },
        Act = async (life, person) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<RectifySubject>(
            (function, request) => function.Run(request, default), new { email = person.Email, changes = new { email = person.Right }, reason = "Zij belde" })).StatusCode),
        Check = async (state, person) =>
        {
            foreach (var rows in (IEnumerable<Azure.Data.Tables.TableEntity>[])[state.Messages, state.Orders, state.Requests])
            {
                Assert.Single(rows, row => row.GetString("Email") == person.Right);
                Assert.DoesNotContain(rows, row => row.GetString("Email") == person.Email);
            }
            var notice = Assert.Single(await world.Get<RecipientNotices>().OfOrder(person.Order, None).ToListAsync());
            Assert.Equal(person.Request, notice.Request);
            Assert.Equal(world.Get<SubjectKeys>().OfEmail(person.Right), notice.Subjects[0]);
            var request = (await world.Get<RequestRegister>().Find(person.Request, None))!;
            Assert.Equal([$"Email: {person.Email}"], request.Events.Where(each => each.What == RequestEvent.Former).Select(each => each.Note));
        },
    }.Try(atLeast: 25);

    [Fact]
    public Task Of_a_lifting_its_person_is_told_first() => new EveryPoint<Person>(world, output, "lift a restriction")
    {
        Tables = [.. StoredState.OfOrders.Union(StoredState.OfRequests)],
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            var order = await world.Given.Order(email, agreed: found => found with { RestrictedOn = world.Today });
            var request = await world.Given.Request(email, agreed: asked => asked with { Kind = RequestKind.Restriction });
            return new(email, order.Id, request.Id);
        },
        Act = async (life, person) => Assert.Equal(StatusCodes.Status202Accepted, (await life.Ask<RestrictSubject>(
            (function, request) => function.Run(request, default), new { email = person.Email, lift = true })).StatusCode),
        Check = (state, person) =>
        {
            Assert.NotNull(Assert.Single(state.Orders, row => row.PartitionKey == $"{person.Order}").GetString("RestrictedOn"));
            Assert.Single(state.Letters, row => row.RowKey == $"{person.Request}|{LiftingLetter.Name}");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 5);

    [Fact]
    public Task Of_a_lifting_that_recipients_are_told_of() => new EveryPoint<Person>(world, output, "lift what was given away")
    {
        Tables = [.. StoredState.OfOrders.Union(StoredState.OfRequests)],
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            var order = await world.Given.Disclosed(await world.Given.Order(email, agreed: found => found with { RestrictedOn = world.Today }));
            var request = await world.Given.Request(email, agreed: asked => asked with { Kind = RequestKind.Restriction });
            return new(email, order.Id, request.Id);
        },
        Act = async (life, person) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<RestrictSubject>(
            (function, request) => function.Run(request, default),
            new { email = person.Email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() })).StatusCode),
        Check = async (state, person) =>
        {
            Assert.Null(Assert.Single(state.Orders, row => row.PartitionKey == $"{person.Order}").GetString("RestrictedOn"));
            var notice = Assert.Single(await world.Get<RecipientNotices>().OfOrder(person.Order, None).ToListAsync());
            Assert.Equal((NoticeCause.Lifting, person.Request), (notice.Cause, notice.Request));
            Assert.Single(state.Letters, row => row.RowKey == $"{notice.Id}|{NoticeLetter.Name}");
        },
    }.Try(atLeast: 10);

    [Fact]
    public Task Of_a_letter_that_is_sent_again() => new EveryPoint<RecipientNotice>(world, output, "send a notice again")
    {
        Tables = ["Due", "Subjects", "Letters"],
        Prepare = () => world.Given.Notice(world.Given.NewAddress(), agreed: notice => notice with { GivenUpAt = world.Now }),
        Act = async (life, notice) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<SendNotice>(
            (function, request) => function.Run(request, $"{notice.Id}", default))).StatusCode),
        Check = async (state, notice) =>
        {
            var sent = (await world.Get<RecipientNotices>().Find(notice.Id, None))!;
            Assert.Equal((NoticeState.Made, 1), (sent.State, sent.LetterNumber));
            Assert.Single(state.Letters, row => row.RowKey == $"{notice.Id}|1|{NoticeLetter.Name}");
        },
    }.Try(atLeast: 4);

    [Fact]
    public Task Of_another_address_of_a_recipient() => new EveryPoint<RecipientNotice>(world, output, "move a recipient")
    {
        Tables = ["Due", "Subjects", "Letters"],
        Prepare = () => world.Given.Notice(world.Given.NewAddress(), agreed: notice => notice with { ToldAt = world.Now.AddMinutes(-1) }),
        Act = async (life, notice) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<RegisterRecipient>(
            (function, request) => function.Run(request, default), new { label = "PRINTER", name = "De drukker", email = "elders@drukker.example", purpose = "Printen" })).StatusCode),
        Check = async (state, notice) =>
        {
            var sent = (await world.Get<RecipientNotices>().Find(notice.Id, None))!;
            Assert.Equal((NoticeState.Made, 1, 1), (sent.State, sent.LetterNumber, sent.LinkNumber));
            Assert.Single(state.Letters, row => row.RowKey == $"{notice.Id}|1|{NoticeLetter.Name}");
            // Each that is open is looked at: the next time it would be one call more.
            await world.Get<RecipientNotices>().Change(notice.Id, each => each.Finished(DoneReason.Gone, "staff", world.Now), None);
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task Of_another_address_of_a_client_whose_links_change_once() => new EveryPoint<Quote>(world, output, "another address")
    {
        Tables = [.. StoredState.OfOrders.Union(StoredState.OfRequests)],
        Prepare = () => world.Given.Quote(world.Given.NewAddress(), agreed: quote => quote with { SentOn = world.Today }),
        Act = async (life, quote) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<RectifyOrder>(
            (function, request) => function.Run(request, $"{quote.Order}", default), new { email = $"right-{quote.Id}@example.nl" })).StatusCode),
        Check = async (state, quote) =>
        {
            Assert.Equal(1, (await world.Get<OrderStore>().Find(quote.Order, None))!.LinkNumber);
            Assert.Equal(1, (await world.Get<QuoteRegister>().Find(quote.Id, None))!.LinkNumber);
            Assert.Single(state.Letters, row => row.RowKey == $"{quote.Order}|1|{OpenOrder.Letter}");
            Assert.Single(state.Letters, row => row.RowKey == $"{quote.Id}|1|{QuoteLetter.Name}");
        },
    }.Try(atLeast: 10);

    private Task Try(string operation, NoticeCause cause, bool isErased, Func<World, string, Task> act) => new EveryPoint<Person>(world, output, operation)
    {
        Tables = [.. StoredState.OfOrders.Union(StoredState.OfRequests)],
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            var order = await world.Given.Disclosed(await world.Given.Order(email), "PRINTER", ClientDetail.Name);
            order = await world.Given.Disclosed(order, "KOERIER", ClientDetail.Address);
            var request = await world.Given.Request(email, agreed: asked => asked with { Kind = isErased ? RequestKind.Erasure : RequestKind.Restriction });
            return new(email, order.Id, request.Id);
        },
        Act = (life, person) => act(life, person.Email),
        Check = async (state, person) =>
        {
            var notices = await world.Get<RecipientNotices>().OfOrder(person.Order, None).ToListAsync();
            Assert.Equal(["KOERIER", "PRINTER"], notices.Select(notice => notice.Recipient).Order());
            Assert.All(notices, notice => Assert.Equal((cause, person.Request, isErased), (notice.Cause, notice.Request, notice.Subjects.Count == 0)));
            Assert.All(notices, notice => Assert.Single(state.Letters, row => row.RowKey == $"{notice.Id}|{NoticeLetter.Name}"));
            Assert.Equal(isErased, state.Orders.All(row => row.PartitionKey != $"{person.Order}"));
        },
    }.Try(atLeast: 20);

    private sealed record Rectified(string Email, string Right, Id Order, Id Request);

    private sealed record Person(string Email, Id Order, Id Request);
}

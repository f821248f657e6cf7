namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>Makes lives up: when who writes, orders, is scanned, answers, asks, objects. Nothing here knows of any deadline.</summary>
internal sealed class Lives(Random random, Practice practice, DateOnly from, DateOnly until)
{
    private static readonly int[] ScansOfAnOrder = [0, 1, 1, 1, 1, 1, 2, 2, 3, 4];

    private readonly Dictionary<DateOnly, List<Func<Task>>> agenda = [];

    public async Task Live(DateOnly day)
    {
        if (!agenda.Remove(day, out var acts))
            return;
        foreach (var act in acts)
            await act();
    }

    public void Plan(Person person)
    {
        // Most come early, so that the end of their terms is lived to see.
        var days = until.DayNumber - from.DayNumber;
        var begins = from.AddDays(Chance(75) ? random.Next(days / 2) : random.Next(days - 30));
        Times(random.Next(0, 4), () => Plan(new MessageOf(person), begins.AddDays(Days(0, 500))));
        // Half of them only ever ask.
        Times(Chance(45) ? 1 : Chance(10) ? 2 : 0, () => Plan(new OrderOf(person), begins.AddDays(Days(0, 200))));
        Times(Chance(40) ? random.Next(1, 3) : 0, () => Plan(Asks(person), begins.AddDays(Days(0, 1500))));
        if (Chance(60))
            On(begins.AddDays(Days(0, 2500)), () => practice.Export(person));
        if (!Chance(14))
            return;
        // Some ask first what there is.
        var erased = begins.AddDays(Days(10, 2500));
        if (Chance(50))
            On(erased.AddDays(-Days(1, 10)), () => practice.Export(person));
        On(erased, () => practice.Erase(person));
    }

    public void PlanStrayBlobs(int count)
    {
        for (var each = 0; each < count; each++)
        {
            var blob = new StrayBlob($"from disk {each}/buik {each}.stl");
            OnAnyDay(from.AddDays(random.Next(until.DayNumber - from.DayNumber)), () => practice.Stray(blob));
        }
    }

    public void PlanVisits(int count) =>
        Times(count, () => OnAnyDay(from.AddDays(random.Next(until.DayNumber - from.DayNumber)), practice.Visit));

    private void Plan(MessageOf message, DateOnly day)
    {
        OnAnyDay(day, () => practice.Write(message));
        if (Chance(70))
            On(day.AddDays(Days(1, 2300)), () => practice.DestroyMail(message));
        if (Chance(8))
            ForAWhile(day.AddDays(Days(1, 1900)), message, restricted => practice.Restrict(message, restricted));
    }

    private RequestOf Asks(Person person) => new(person, (RequestKind)random.Next(Enum.GetValues<RequestKind>().Length), fromWebsite: Chance(60));

    private void Plan(RequestOf request, DateOnly day)
    {
        OnAnyDay(day, () => practice.Ask(request));
        // Some too late, and some never.
        if (request.FromWebsite && Chance(80))
            If(request, day.AddDays(Days(0, 9)), () => practice.Confirm(request));
        if (Chance(90))
            If(request, day.AddDays(Days(10, 80)), () => practice.Close(request));
    }

    private void Plan(OrderOf order, DateOnly opened)
    {
        On(opened, () => practice.Open(order));
        Times(ScansOfAnOrder[random.Next(ScansOfAnOrder.Length)], () => PlanScan(order, opened.AddDays(Days(0, Chance(90) ? 40 : 900))));
        if (Chance(15))
        {
            var unfinished = new UploadOf(order);
            If(order, opened.AddDays(Days(0, 40)), () => practice.LeaveUnfinished(unfinished));
        }
        var ends = opened.AddDays(Days(20, 300));
        var ending = random.Next(100);
        if (ending < 65)
            If(order, ends, () => practice.Ship(order));
        else if (ending < 80)
            If(order, ends, () => practice.Cancel(order));
        PlanConsent(order, opened, ends);
        PlanRefusal(order, opened);
        PlanHolds(order, opened);
        Times(random.Next(0, 3), () => PlanQuote(new(order), opened.AddDays(Days(0, Chance(80) ? 30 : 600))));
        if (Chance(12))
            ForAWhile(opened.AddDays(Days(1, 1900)), order, restricted => practice.Restrict(order, restricted));
    }

    private void PlanScan(OrderOf order, DateOnly day)
    {
        var scan = new ScanOf(order);
        If(order, day, () => practice.Scan(scan, Chance(80) ? 0 : random.Next(1, 30)));
        Times(random.Next(0, 3), () => On(day.AddDays(Days(1, 400)), () => practice.LookAt(scan)));
        if (!Chance(30))
            return;
        for (var each = random.Next(1, 4); each > 0; each--)
        {
            var copy = new Copy($"SCHIJF-{each}");
            var made = day.AddDays(Days(0, 20));
            On(made, () => practice.AddCopy(scan, copy));
            if (Chance(80))
                On(made.AddDays(Days(1, Chance(50) ? 120 : 2300)), () => practice.DestroyCopy(scan, copy));
        }
    }

    private void PlanQuote(QuoteOf quote, DateOnly day)
    {
        If(quote.Order, day, () => practice.Offer(quote, Days(0, 90)));
        if (Chance(60))
            If(quote, day.AddDays(Days(0, 100)), () => practice.Accept(quote));
        if (Chance(15))
            ForAWhile(day.AddDays(Days(1, 2900)), quote, restricted => practice.Restrict(quote, restricted));
    }

    private void PlanConsent(OrderOf order, DateOnly opened, DateOnly ends)
    {
        var (says, answer) = random.Next(100) switch
        {
            < 40 => (opened.AddDays(Days(0, 30)), Answer.Yes),
            < 60 => (opened.AddDays(Days(0, 30)), Answer.No),
            < 85 => (ends.AddDays(Days(0, 90)), Answer.Yes),
            _ => (opened, Answer.None),
        };
        if (answer == Answer.None)
            return;
        If(order, says, Answering(order, Purpose.KeepScan, answer));
        var changes = Chance(40) ? random.Next(1, 4) : 0;
        for (var each = 0; each < changes; each++)
        {
            answer = answer == Answer.Yes ? Answer.Withdrawn : Answer.Yes;
            says = says.AddDays(Days(1, 700));
            If(order, says, Answering(order, Purpose.KeepScan, answer));
        }
    }

    /// <summary>Some want no figurine any more, before it is sent or after, and some of these want one after all.</summary>
    private void PlanRefusal(OrderOf order, DateOnly opened)
    {
        if (!Chance(20))
            return;
        var says = opened.AddDays(Days(10, 200));
        If(order, says, Answering(order, Purpose.MakeFigurine, Answer.Withdrawn));
        if (Chance(40))
            If(order, says.AddDays(Days(1, 80)), Answering(order, Purpose.MakeFigurine, Answer.Yes));
    }

    private Func<Task> Answering(OrderOf order, Purpose purpose, Answer answer) =>
        Chance(50) ? () => practice.AnswersByLink(order, purpose, answer) : () => practice.Answers(order, purpose, answer);

    private void PlanHolds(OrderOf order, DateOnly opened)
    {
        if (!Chance(20))
            return;
        var placed = opened.AddDays(Days(0, 2000));
        for (var each = random.Next(1, 4); each > 0; each--)
        {
            var days = Days(0, 400);
            If(order, placed, () => practice.PlaceHold(order, days));
            // The next may overlap it, follow upon it, or come when it is over.
            placed = placed.AddDays(Days(0, days + 30));
        }
        if (Chance(25))
            If(order, placed.AddDays(Days(0, 100)), () => practice.LiftHold(order));
    }

    private void ForAWhile(DateOnly day, Thing thing, Func<bool, Task> restrict)
    {
        If(thing, day, () => restrict(true));
        if (Chance(85))
            If(thing, day.AddDays(Days(10, 700)), () => restrict(false));
    }

    // What is gone by then, nobody does anything with.
    private void If(Thing thing, DateOnly day, Func<Task> act) =>
        On(day, () => thing.IsThere ? act() : Task.CompletedTask);

    // The practice works on its orders on Mondays and Thursdays: on most days there is only the night.
    private void On(DateOnly day, Func<Task> act)
    {
        while (day.DayOfWeek is not (DayOfWeek.Monday or DayOfWeek.Thursday))
            day = day.AddDays(1);
        OnAnyDay(day, act);
    }

    private void OnAnyDay(DateOnly day, Func<Task> act)
    {
        if (!agenda.TryGetValue(day, out var acts))
            agenda.Add(day, acts = []);
        acts.Add(act);
    }

    private static void Times(int times, Action plan)
    {
        for (; times > 0; times--)
            plan();
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private int Days(int least, int most) => random.Next(least, most + 1);
}

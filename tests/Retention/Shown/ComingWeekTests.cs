namespace WelWee3D.Tests.Retention.Shown;

public sealed class ComingWeekTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly DateOnly Expiry = new(2031, 11, 22);

    [Theory]
    [InlineData(-8, false)]
    [InlineData(-7, true)]
    [InlineData(0, true)]
    public async Task What_goes_within_seven_days_is_in_the_mornings_letter(int days, bool isTold)
    {
        var message = await world.Given.Message(on: world.Today);

        var letter = await LetterOf(Expiry.AddDays(days));

        Assert.Equal(isTold, letter?.Contains("22 november 2031: 1 contactbericht", StringComparison.Ordinal) is true);
        Assert.Equal(isTold, letter?.Contains($"Contactbericht {message.Id}: 22 november 2031; contactbericht\n", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task It_names_a_scan_with_its_order_and_nobody()
    {
        var order = await world.Given.OrderWithScan();
        await world.Given.Change(order, found => found with { ShippedOn = world.Today });

        var letter = await LetterOf(new(2027, 1, 10));

        Assert.Contains(
            $"Scan {order.Scans[0].Id}: 14 januari 2027; scan zonder toestemming om die te bewaren, van bestelling {order.Id}\n", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("ongewoons", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_odd_comes_first_with_the_reason()
    {
        var usual = await world.Given.OrderWithScan();
        await world.Given.Change(usual, found => found with { ShippedOn = world.Today });
        var opened = await world.Given.OrderWithScan();
        await world.Given.Change(opened, found => found with { ShippedOn = world.Today });
        world.MoveTo(new DateOnly(2027, 1, 9));
        await world.Get<OrderStore>().Use(opened, default);

        var letter = (await LetterOf(new(2027, 1, 10)))!;

        var split = letter.IndexOf("En verder:", StringComparison.Ordinal);
        Assert.Contains($"Scan {opened.Scans[0].Id}", letter[..split], StringComparison.Ordinal);
        Assert.Contains("; iemand heeft het de afgelopen week nog geopend, gewijzigd of opgehaald", letter[..split], StringComparison.Ordinal);
        Assert.Contains($"Scan {usual.Scans[0].Id}", letter[split..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-03", "")]
    [InlineData("2027-01-04", "used-lately")]
    [InlineData("2027-01-10", "used-lately")]
    public async Task Looking_at_an_order_or_a_scan_of_it_is_seen_for_a_week(string looked, string odd)
    {
        var order = await world.Given.OrderWithScan();
        await world.Given.Change(order, found => found with { ShippedOn = world.Today });
        world.MoveTo(DateOnly.Parse(looked, null));
        await world.Ask<GetOrder>((function, request) => function.Run(request, order.Id.ToString(), default));

        world.MoveTo(new DateOnly(2027, 1, 10));

        Assert.Equal(odd, string.Join(',', await OddOf(order.Scans[0].Id)));
    }

    [Fact]
    public async Task So_is_a_download_and_a_change()
    {
        var (downloaded, changed) = (await world.Given.Scan(await world.Given.OrderWithScan()), await world.Given.OrderWithScan());
        foreach (var order in new[] { downloaded, changed })
            await world.Given.Change(order, found => found with { ShippedOn = world.Today });
        world.MoveTo(new DateOnly(2027, 1, 10));
        Assert.Empty(await OddOf(downloaded.Scans[0].Id));

        await world.Ask<DownloadScan>((function, request) =>
        {
            request.Method = "GET";
            request.Headers[StatedReason.Header] = "Controle";
            return function.Run(request, downloaded.Scans[0].Id.ToString(), default);
        });
        await world.Get<OrderStore>().Change(
            changed.Id, order => order with { Client = order.Client with { Name = "Anna de Boer" } }, destroysNow: true, default);

        Assert.Equal([Oddity.UsedLately], await OddOf(downloaded.Scans[0].Id));
        Assert.Equal([Oddity.UsedLately], await OddOf(changed.Scans[0].Id));
    }

    [Theory]
    [InlineData("2026-12-22", false)]
    [InlineData("2026-12-23", true)]
    public async Task A_shipping_date_that_is_entered_more_than_a_month_later_is_odd(string entered, bool isOdd)
    {
        var order = await world.Given.OrderWithScan();
        var shipped = world.Today;
        world.MoveTo(DateOnly.Parse(entered, null));
        var act = new Act(world.Now, "staff");
        await world.Get<OrderStore>().Change(order.Id, found => OrderRules.Ship(found, shipped, act), destroysNow: true, default);

        world.MoveTo(new DateOnly(2027, 1, 10));

        Assert.Equal(isOdd, (await OddOf(order.Scans[0].Id)).Contains(Oddity.EnteredLate));
    }

    [Fact]
    public async Task So_is_a_scan_that_was_sent_long_after_it_was_made()
    {
        var order = await world.Given.Order();
        var scan = Make.Scan(world.Now) with { ScannedOn = world.Today.AddYears(-5).AddDays(10) };
        await world.Given.Change(order, found => found with { Scans = [scan] });

        Assert.Equal([Oddity.UsedLately, Oddity.EnteredLate], await OddOf(scan.Id));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task More_than_three_times_the_usual_is_odd(int count, bool isOdd)
    {
        for (var week = 1; week <= 12; week++)
            await world.Get<RunLog>().Add(Swept(Expiry.AddDays(-7 * week), messages: 1), default);
        for (var each = 0; each < count; each++)
            await world.Given.Message(on: world.Today);
        world.MoveTo(Expiry);

        Assert.Equal(isOdd, (await Oddities()).BusyKinds.Contains("message"));
    }

    [Fact]
    public async Task A_term_that_changed_is_told_for_a_month()
    {
        var terms = world.Get<KnownTerms>();
        await terms.Note(world.Today, default);
        Assert.Empty(await terms.Changed(world.Today, default));
        await world.Storage.Table(KnownTerms.TableName).UpsertEntityAsync(
            new TableEntity("rules", "contact-message") { ["Term"] = "\"P7Y\"" }, TableUpdateMode.Merge);

        Assert.Equal(["contact-message"], await terms.Changed(world.Today, default));
        await terms.Note(world.Today, default);
        Assert.Equal(["contact-message"], await terms.Changed(world.Today.AddDays(30), default));
        Assert.Empty(await terms.Changed(world.Today.AddDays(31), default));
    }

    [Fact]
    public async Task Nothing_is_odd_about_what_goes_later()
    {
        var order = await world.Given.OrderWithScan();

        Assert.Empty(await OddOf(order.Id));
    }

    private async Task<string?> LetterOf(DateOnly day)
    {
        world.MoveTo(day);
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
        return await world.Letter(ReminderLetter.Name);
    }

    private async Task<IReadOnlyList<string>> OddOf(Id id)
    {
        var due = await world.Get<DryRun>().All(DateOnly.MaxValue, default).ToListAsync();
        return (await Oddities()).Of(due.Single(record => record.Item.Id == id));
    }

    private Task<Oddities> Oddities() => world.Get<ComingWeek>().Oddities(world.Today, default);

    private static Run Swept(DateOnly day, int messages)
    {
        var at = Amsterdam.StartOf(day).AddHours(2);
        return new(
            Id.New(at), RunKind.Sweep, at, at, day, new Dictionary<string, int> { ["message"] = messages }, 1, 0, 0, new Dictionary<string, int>(), 0, true, []);
    }
}

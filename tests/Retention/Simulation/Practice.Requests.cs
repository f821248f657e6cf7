namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>What people ask and answer themselves, and what the audit keeps of those who saw to it.</summary>
internal sealed partial class Practice
{
    private static readonly IdentityFact[] TwoFacts = [IdentityFact.PostalAddress, IdentityFact.OrderDate];

    public async Task Ask(RequestOf request)
    {
        var asked = new PrivacyRequest(
            Id.New(world.Now), request.Right, "Anna", MailAddresses.Kept(Email(request.Person)), Chance(50) ? Phones.Kept(Phone(request.Person)) : null,
            "Hoe zit het?", "nl", request.FromWebsite ? RequestChannel.Website : RequestChannel.Phone, Today);
        if (request.FromWebsite)
            await world.Get<RequestIntake>().Ask(asked, world.Now, None);
        else
            await world.Get<RequestIntake>().Take(asked, world.Now, None);
        Came(request, asked.Id);
    }

    public async Task Confirm(RequestOf request)
    {
        if (await world.Get<RequestIntake>().Confirm(Parse(request), Make.Act(world.Now), None) is null)
            return;
        Acts++;
        request.IsOpen = true;
    }

    /// <summary>As far as it was ever confirmed, or came by phone.</summary>
    public async Task Close(RequestOf request)
    {
        if (!request.IsOpen)
            return;
        if (!request.FromWebsite)
            await world.Get<RequestRegister>().Change(
                Parse(request), found => RequestRules.GiveFacts(found, TwoFacts, Make.Act(world.Now)).Request!, None);
        await Audited<ClosePrivacyRequest>(
            $"privacy-requests/{request.Id}/close", (function, call) => function.Run(call, request.Id, None), new { outcome = "done" });
        request.ClosedOn = Today;
        Came(new AnsweredOf(), AnsweredRequest.IdOf(Parse(request)));
    }

    /// <summary>A client by her link: she can as long as there is something to answer.</summary>
    public async Task AnswersByLink(OrderOf order, Purpose purpose, Answer answer)
    {
        var token = world.Get<PersonalLinks>().To("consent-link", Parse(order));
        var answered = await world.Ask<GiveConsent>(
            (function, request) => function.Run(request, token, None),
            new { purpose = PurposeNames.Of(purpose), answer = $"{answer}".ToLowerInvariant(), textVersion = "1", language = "nl", destroysNow = true });
        Acts++;
        Assert.True(answered.StatusCode is 200 or 404 or 409, $"a link answered {answered.StatusCode}");
        Assert.True(answered.StatusCode != 404 || order.ShippedOn is not null || order.CancelledOn is not null || order.Said.ErasedOn is not null, $"no link led to {order}");
        if (answered.StatusCode == 200)
            Answered(order, purpose, answer);
    }

    public async Task Visit()
    {
        await world.Get<VisitMonths>().Note(Today, None);
        await world.Get<VisitCounts>().Count(Today, "/", random.Next(300), None);
        if (!Things.OfType<VisitsOf>().Any(month => (month.CameOn.Year, month.CameOn.Month) == (Today.Year, Today.Month)))
            Came(new VisitsOf(), VisitMonth.Of(Today).Id);
    }

    public async Task LookAt(ScanOf scan)
    {
        if (scan.IsThere && !scan.Order.Said.Restricted)
            await Audited<DownloadScan>($"scans/{scan.Id}/content", (function, call) => function.Run(call, scan.Id, None), json: null);
    }

    /// <summary>By the route that it is called by, which the audit reads; the audit of that day then has an event.</summary>
    private async Task Audited<TFunction>(string path, Func<TFunction, HttpRequest, Task<IResult>> function, object? json)
    {
        var answer = await world.Ask(function, json, request =>
        {
            request.IsFor(path);
            request.Method = json is null ? HttpMethods.Get : HttpMethods.Post;
            request.Headers["Reason"] = "Beeldje maken";
        });
        Assert.Equal(200, answer.StatusCode);
        Acts++;
        if (!Things.OfType<AuditDayOf>().Any(day => day.CameOn == Today))
            Came(new AuditDayOf(), AuditDay.Of(Today).Id);
    }
}

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>What the privacy officer does for people.</summary>
internal sealed partial class Practice
{
    public async Task Restrict(MessageOf message, bool restricted)
    {
        var changed = await world.Get<ContactMessages>().Change(
            Parse(message), each => each with { RestrictedOn = restricted ? Today : null }, None);
        Check(message, changed is not null);
        message.Said.Restricted = restricted;
    }

    public async Task Restrict(OrderOf order, bool restricted)
    {
        if (await Change(order, each => each with { RestrictedOn = restricted ? Today : null }))
            order.Said.Restricted = restricted;
    }

    public async Task Restrict(QuoteOf quote, bool restricted)
    {
        var changed = await world.Get<QuoteRegister>().Change(Parse(quote), each => each with { RestrictedOn = restricted ? Today : null }, None);
        Check(quote, changed is not null);
        quote.Said.Restricted = restricted;
    }

    /// <summary>Erases a person by mail address and phone number.</summary>
    public async Task Erase(Person person)
    {
        Acts++;
        var keys = world.Get<SubjectKeys>();
        foreach (var package in Things.OfType<ExportOf>().Where(package => package.Person == person || package.Contents.Any(thing => thing.IsThere && IsOf(thing, person))))
            package.GoesAlong = true;
        await world.Get<Erasure>().Erase([keys.OfEmail(Email(person)), keys.OfPhone(Phone(person))], Staff, None);
        foreach (var said in Things.Where(thing => thing.IsThere).Select(thing => SaidOf(thing, person)).OfType<Say>())
            said.ErasedOn ??= Today;
        foreach (var thing in Things.Where(thing => SaidOf(thing, person) is not null).ToList())
            if (thing is not OrderOf order)
                Went(thing);
            else if (order.IsThere)
                Went([.. order.Scans, order]);
        // What came of an unfinished upload goes with its order.
        foreach (var upload in Things.OfType<UploadOf>().Where(each => each is { IsThere: true, IsFinished: false, Order.IsThere: false }).ToList())
        {
            if (upload.Order.Person != person)
                continue;
            upload.ErasedOn = Today;
            Went(upload);
        }
        Went(Things.OfType<ExportOf>());
    }

    /// <summary>Makes a package of everything about a person, if there is anything.</summary>
    public async Task Export(Person person)
    {
        var writer = world.Get<PackageWriter>();
        string[] subjects = [world.Get<SubjectKeys>().OfEmail(Email(person))];
        var contents = await writer.Contents(subjects, None);
        if (contents.Count == 0)
            return;
        var package = new ExportPackage(Id.New(world.Now), subjects, contents, "");
        Assert.True(await world.Get<ExportPackages>().Make(package, (stream, token) => writer.Write(package, stream, token), None));
        Came(new ExportOf(person, [.. Things.Where(thing => (thing.IsThere || thing is ScanOf { HasTask: true }) && IsOf(thing, person))]), package.Id);
    }

    private static bool IsOf(Thing thing, Person person) => thing switch
    {
        MessageOf message => message.Person == person,
        OrderOf order => order.Person == person,
        ScanOf scan => scan.Order.Person == person,
        RequestOf request => request.Person == person,
        QuoteOf quote => quote.Order.Person == person,
        UploadOf { IsFinished: false } upload => upload.Order.Person == person,
        _ => false,
    };
}

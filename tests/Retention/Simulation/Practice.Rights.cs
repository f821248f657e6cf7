using WelWee3D.Contact;
using WelWee3D.PrivacyRequests;
using WelWee3D.PrivacyRequests.Exports;
using WelWee3D.Storage;

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>What the privacy officer does for people.</summary>
internal sealed partial class Practice
{
    public async Task Restrict(MessageOf message, bool restricted)
    {
        var changed = await app.The<ContactMessages>().Change(
            Parse(message), each => each with { RestrictedOn = restricted ? Today : null }, None);
        Check(message, changed is not null);
        message.Said.Restricted = restricted;
    }

    public async Task Restrict(OrderOf order, bool restricted)
    {
        if (await Change(order, each => each with { RestrictedOn = restricted ? Today : null }))
            order.Said.Restricted = restricted;
    }

    /// <summary>Erases a person by mail address and phone number.</summary>
    public async Task Erase(Person person)
    {
        Acts++;
        var keys = app.The<SubjectKeys>();
        await app.The<Erasure>().Erase([keys.OfEmail(Email(person)), keys.OfPhone(Phone(person))], Staff, None);
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
        var keys = app.The<SubjectKeys>();
        var records = app.The<SubjectRecords>();
        var items = await records.Find([keys.OfEmail(Email(person))], None);
        var subjects = await records.SubjectsOf(items, None);
        if (subjects.Count == 0)
            return;
        var id = Id.New(app.Clock.GetUtcNow());
        await app.The<ExportPackages>().Make(
            new(id, subjects, "", 0), (stream, token) => app.The<PackageWriter>().Write(items, stream, token), None);
        Came(new ExportOf(person), id);
    }

    private IEnumerable<ExportOf> PackagesWith(Thing thing) => thing switch
    {
        MessageOf message => PackagesOf(message.Person),
        OrderOf order => PackagesOf(order.Person),
        ScanOf scan => PackagesOf(scan.Order.Person),
        _ => [],
    };

    private IEnumerable<ExportOf> PackagesOf(Person person) =>
        Things.OfType<ExportOf>().Where(package => package.IsThere && package.Person == person);
}

using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Imports;

/// <summary>Orders that the practice had before, with what was answered and decided about them, by the rules for those that staff enter. Nobody is written to.</summary>
public sealed class ImportedOrders(OrderStore orders, Ledger ledger, SubjectKeys keys) : IImport
{
    private static readonly ConsentColumns[] Consents =
    [
        new(Purpose.MakeFigurine, "makeFigurine"), new(Purpose.KeepScan, "keepScan"), new(Purpose.OtherUse, "otherUse"),
    ];

    public ImportKind Kind => ImportKind.Orders;

    public IReadOnlyList<string> Columns { get; } =
    [
        "openedOn", "name", "email", "phone", "line1", "line2", "postalCode", "city", "country", "language", "heightInMillimetres", "shippedOn", "cancelledOn",
        .. Consents.SelectMany(each => new[] { each.Answer, each.On }), "consentChannel", "consentTextVersion", "reference",
    ];

    public IReadOnlyList<string> Required { get; } = ["openedOn", "name", "email", "language"];

    public Planned? Plan(ImportLine line, Act act)
    {
        var form = new ClientForm(
            line.Text("name"), line.Text("email"), line.Text("language"), line.Text("phone"), AddressOf(line), line.Day("openedOn"), line.Whole("heightInMillimetres"));
        if (line.Text("openedOn") is null)
            line.Problems.Add("openedOn", "Is required.");
        line.Check(form.Problems(act.Today), field => field.Replace("address.", "", StringComparison.Ordinal));
        IReadOnlyList<ConsentGiven> given = [.. Consents.Select(each => each.Read(line, form.Language, act)).OfType<ConsentGiven>()];
        var (shipped, cancelled) = (line.Day("shippedOn"), line.Day("cancelledOn"));
        if (line.Problems.Any)
            return null;

        var who = string.Join('\n', MailAddresses.Kept(form.Email!).ToLowerInvariant(), line.Text("reference"));
        IReadOnlyList<Id> ids = [.. keys.Seeds("import of an order", who).Select(seed => Id.From(Amsterdam.StartOf(form.OpenedOn!.Value), seed))];
        var order = orders.DraftOf(ids[0], form.ToClient(), form.OpenedOn!.Value, form.HeightInMillimetres);
        var ruling = given.Aggregate((Ruling)order, (so, each) => Then(so, standing => OrderRules.Consent(standing, each)));
        if (shipped is not null)
            ruling = Then(ruling, standing => OrderRules.Ship(standing, shipped, act));
        if (cancelled is not null)
            ruling = Then(ruling, standing => OrderRules.Cancel(standing, cancelled, act));
        return Told(line, orders.Foretold(null, ruling, destroysNow: false)) is { } decided
            ? new(ids, cancellation => orders.TryAdd(orders.WithDue(decided), cancellation))
            : null;
    }

    public async Task<bool> IsThere(Id id, CancellationToken cancellation) => await orders.Find(id, cancellation) is not null;

    public Task<bool> WasDestroyed(IReadOnlyList<Id> ids, CancellationToken cancellation) => ledger.HasAny(Order.Kind, ids, cancellation);

    private static Ruling Then(Ruling ruling, Func<Order, Ruling> next) => ruling.Order is { } order ? next(order) : ruling;

    /// <returns>Null when it was refused, and the line tells why.</returns>
    private static Order? Told(ImportLine line, Ruling ruling)
    {
        switch (ruling.Refusal)
        {
            case Refusal.Invalid invalid:
                line.Check(invalid.Problems);
                break;
            case Refusal.Conflict conflict:
                line.Problems.Add(conflict.Field, conflict.Message);
                break;
            case Refusal.DestroysSoon soon:
                line.Problems.Add("openedOn", $"It would be destroyed on {soon.Records[0].Retention.DueOn!.Value.Iso()}: leave it out.");
                break;
        }
        return ruling.Order;
    }

    private static AddressForm? AddressOf(ImportLine line)
    {
        var address = new AddressForm(line.Text("line1"), line.Text("postalCode"), line.Text("city"), line.Text("country"), line.Text("line2"));
        return address == new AddressForm() ? null : address;
    }

    /// <summary>The columns of an answer to one purpose; how it came and which text was answered are told once for all.</summary>
    private sealed record ConsentColumns(Purpose Purpose, string Answer)
    {
        private const string ChannelColumn = "consentChannel";
        private const string VersionColumn = "consentTextVersion";

        public string On => $"{Answer}On";

        public ConsentGiven? Read(ImportLine line, string? language, Act act)
        {
            var day = line.Day(On);
            if (line.One(Answer, Enum.GetValues<ConsentAnswer>()) is not { } answer)
            {
                if (day is not null)
                    line.Check(new Problems { { Answer, $"Is required with {On}." } });
                return null;
            }
            if (line.Text(On) is null)
                line.Problems.Add(On, $"Is required with {Answer}: the day on which she said so.");
            var channel = line.One(ChannelColumn, Enum.GetValues<Channel>());
            if (line.Text(ChannelColumn) is null)
                line.Check(new Problems { { ChannelColumn, $"Is required with {Answer}." } });
            var form = new ConsentForm(answer, channel ?? default, language, line.Text(VersionColumn), day);
            line.Check(form.Problems(Purpose, act.Today), field => field switch { "textVersion" => VersionColumn, "givenOn" => On, _ => field });
            return line.Problems.Any ? null : form.ToConsent(Purpose, act.At, act.By);
        }
    }
}

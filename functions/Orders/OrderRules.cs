using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>What may happen to an order. Asking for what is so already changes nothing, so that a call can be repeated.</summary>
public static class OrderRules
{
    // The last places are for withdrawing, once for each purpose.
    public const int MostAnswers = OrderStore.MostConsents - 3;

    /// <summary>After this long without shipping, staff are asked what to do with the scans of an order.</summary>
    public static readonly Term Stalled = Term.OfMonths(12);

    /// <summary>In years. Whatever must stay longer is held again.</summary>
    public const int LongestHold = 50;

    /// <summary>Orders from before this system may be entered with what happened to them then.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>Why an order may not be used (GDPR article 18); null when it may.</summary>
    public static Refusal? Restricted(Order order) => order.RestrictedOn is { } since
        ? new Refusal.Conflict("restrictedOn", $"Since {since.Iso()} this may only be stored, not used.")
        : null;

    /// <summary>Why nothing is made or given of it any more, also while a hold keeps it; null when it may be.</summary>
    public static Refusal? Erasing(Order order) => order.ErasureRequestedOn is null ? null : new Refusal.Conflict("erasureRequestedOn", "This order is being erased.");

    /// <param name="on">Null takes the date back.</param>
    public static Ruling Ship(Order order, DateOnly? on, Act act) => order switch
    {
        { ShippedOn: var shipped } when shipped == on => order,
        _ when RefusedOn(order) is { } refused && on >= refused => new Refusal.Conflict("shippedOn", $"On {refused.Iso()} the client answered that no figurine is to be made."),
        { CancelledOn: { } cancelled } => new Refusal.Conflict("shippedOn", $"The order was cancelled on {cancelled.Iso()}."),
        _ => Dated(order, order with { ShippedOn = on }, "shippedOn", order.ShippedOn, on, act),
    };

    /// <summary>The day from which no figurine is to be made, by the client's own answer; null when it may be.</summary>
    public static DateOnly? RefusedOn(Order order) => Refused(order)?.Day;

    /// <summary>The first of those answers since she last agreed: to say so again, on paper too, begins nothing anew.</summary>
    public static ConsentGiven? Refused(Order order) => order.Answers(Purpose.MakeFigurine).Reverse()
        .TakeWhile(given => given.Answer is ConsentAnswer.No or ConsentAnswer.Withdrawn).LastOrDefault();

    /// <inheritdoc cref="Ship"/>
    public static Ruling Cancel(Order order, DateOnly? on, Act act) => order switch
    {
        { CancelledOn: var cancelled } when cancelled == on => order,
        { ShippedOn: { } shipped } => new Refusal.Conflict("cancelledOn", $"The figurine was shipped on {shipped.Iso()}."),
        _ => Dated(order, order with { CancelledOn = on }, "cancelledOn", order.CancelledOn, on, act),
    };

    /// <summary>Orders from before this system, and those entered late, say when they were opened.</summary>
    public static Ruling Open(Order order, DateOnly on, Act act)
    {
        if (on == order.OpenedOn)
            return order;
        if (Impossible("openedOn", on, Earliest, act.Today) is { } impossible)
            return impossible;
        if ((order.ShippedOn ?? order.CancelledOn) < on)
            return new Refusal.Invalid("openedOn", "Must not be after the day on which the order was shipped or cancelled.");
        return Corrected(order with { OpenedOn = on }, "openedOn", order.OpenedOn, act);
    }

    /// <summary>Why a scan cannot have been made when it is said to be; null when it can. Once an order is cancelled none is made.</summary>
    public static Refusal? NotMade(Order order, string field) =>
        order.CancelledOn is { } cancelled && order.Scans.Any(scan => IsScan(scan) && scan.ScannedOn > cancelled)
            ? new Refusal.Invalid(field, $"A scan of this order would be later than {cancelled.Iso()}, on which it was cancelled.")
            : NotMadeOf(order, field);

    private static Refusal? NotMadeOf(Order order, string field) =>
        order.ShippedOn is { } shipped && order.Scans.Where(IsScan).ToList() is { Count: > 0 } scans && scans.All(scan => scan.ScannedOn > shipped)
            ? new Refusal.Invalid(field, $"Every scan of this order would be later than {shipped.Iso()}, on which the figurine was shipped that was made from it.")
            : null;

    private static Ruling Dated(Order before, Order after, string field, DateOnly? former, DateOnly? on, Act act)
    {
        if (before.SettledOn is { } settled)
            return new Refusal.Conflict(field, $"A scan was destroyed because of it on {settled.Iso()}: it can no longer be changed.");
        if (on > act.Today)
            return new Refusal.Invalid(field, "Must not be in the future.");
        // Who was scanned before it was opened had it entered afterwards.
        if (on < before.OpenedOn && !before.Scans.Any(scan => IsScan(scan) && scan.ScannedOn < before.OpenedOn))
            return new Refusal.Invalid(field, $"Must not be before the order was opened, on {before.OpenedOn.Iso()}. If it was entered afterwards, set its openedOn right first.");
        if (NotMade(after, field) is { } impossible)
            return impossible;
        var entered = after with { DatedOn = on is null ? null : act.Today };
        return former is null ? entered : Corrected(entered, field, former, act);
    }

    private static Ruling Corrected(Order after, string field, DateOnly? former, Act act) => Correction.HaveRoom(after.History)
        ? after with { History = [.. after.History, Correction.Of(field, former, act)] }
        : new Refusal.Conflict(field, $"The dates of an order can be set right {Correction.Most} times.");

    // A file that is no scan makes no figurine.
    private static bool IsScan(Scan scan) => scan.IsHere && scan.Facts?.Rejected is null;

    /// <summary>There is always room to withdraw: it must be as easy as giving consent.</summary>
    public static Ruling Consent(Order order, ConsentGiven given)
    {
        var standing = order.Answer(given.Purpose);
        if (given.SaysTheSameAs(standing))
            return order;
        var withdraws = given.Answer == ConsentAnswer.Withdrawn && standing?.Answer != ConsentAnswer.Withdrawn;
        if (order.Consents.Count >= MostAnswers && !withdraws)
            return new Refusal.Conflict("answer", $"An order holds at most {MostAnswers} answers; consent can still be withdrawn.");

        return order with { Consents = [.. order.Consents, given with { Id = After(order.Consents, given.Id) }] };
    }

    /// <summary>A scan is given away to be printed, by whom that is written down first.</summary>
    public static Ruling GivePrintCopy(Order order, Id scan, Disclosure given)
    {
        if (order.Scan(scan) is not { } printed)
            return new Refusal.Missing("scan");
        if (ScanRules.Unusable(printed) is { } unusable)
            return unusable;
        if (Erasing(order) is { } erasing)
            return erasing;
        if (RefusedOn(order) is { } refused)
            return new Refusal.Conflict("makeFigurine", $"On {refused.Iso()} the client answered that no figurine is to be made.");
        if (order.CancelledOn is { } cancelled)
            return new Refusal.Conflict("cancelledOn", $"The order was cancelled on {cancelled.Iso()}.");
        return Disclose(order, given);
    }

    /// <summary>All of a print copy is about to be with its recipient. Each time it is the same file.</summary>
    public static Ruling PrintCopySent(Order order, Id scan, Disclosure given, string sha256)
    {
        if (order.Scan(scan) is null || order.Disclosures.FirstOrDefault(given.SaysTheSameAs) is not { } standing)
            return new Refusal.Missing("scan");
        if (Erasing(order) is { } erasing)
            return erasing;
        var sent = standing.Sent(sha256);
        return sent == standing ? order : order with { Disclosures = [.. order.Disclosures.Select(each => each.Id == sent.Id ? sent : each)] };
    }

    public static Ruling Disclose(Order order, Disclosure given)
    {
        if (order.Disclosures.Any(given.SaysTheSameAs))
            return order;
        // Those who are to be told of an erasure are told when it begins: nobody tells who comes after.
        if (Erasing(order) is { } erasing)
            return erasing;
        IReadOnlyList<Disclosure> all = [.. order.Disclosures, given];
        return Disclosure.HaveRoom(all) ? order with { Disclosures = all } : new Refusal.Conflict("recipient", Disclosure.Full);
    }

    public static Ruling PlaceHold(Order order, Hold hold, DateOnly today)
    {
        if (Standing(order, hold) is not null)
            return order;
        if (hold.Until < today)
            return new Refusal.Invalid("until", "Must not be in the past.");
        if (hold.Until > today.AddYears(LongestHold))
            return new Refusal.Invalid("until", $"Must not be more than {LongestHold} years from now.");
        if (order.Holds.Count >= OrderStore.MostHolds)
            return new Refusal.Conflict("reason", $"An order has at most {OrderStore.MostHolds} holds.");

        return order with { Holds = [.. order.Holds, hold] };
    }

    /// <summary>The hold that stands for what is asked: who lost the answer and asks again, asks for no other.</summary>
    public static Hold? Standing(Order order, Hold asked) =>
        order.Holds.FirstOrDefault(held => held.Id == asked.Id || (held.Reason == asked.Reason && held.Until == asked.Until));

    public static Ruling LiftHold(Order order, Id hold) =>
        order.Holds.Any(held => held.Id == hold)
            ? order with { Holds = [.. order.Holds.Where(held => held.Id != hold)] }
            : new Refusal.Missing("hold");

    /// <summary>Whether the figurine is yet to be sent and may be, and there are scans that wait for it.</summary>
    public static bool MayStall(Order order) =>
        order is { ShippedOn: null, CancelledOn: null, RestrictedOn: null } && RefusedOn(order) is null && order.Scans.Any(scan => scan.IsHere);

    /// <summary>The day of the oldest scan, if by now staff are to be asked what becomes of the order.</summary>
    public static DateOnly? StalledSince(Order order, DateOnly today) =>
        MayStall(order) && order.Scans.Where(scan => scan.IsHere).Min(scan => scan.ScannedOn) is var oldest
            && Stalled.After(oldest) <= today
            ? oldest
            : null;

    /// <summary>Why something cannot have happened on that day; null when it can.</summary>
    public static Refusal? Impossible(string field, DateOnly on, DateOnly earliest, DateOnly today)
    {
        var problems = new Problems();
        problems.CheckDay(field, on, earliest, today);
        return problems.Any ? new Refusal.Invalid(problems) : null;
    }

    // Answers are kept in the order of their ids: also those of one moment, and those given after a clock went back.
    private static Id After(IReadOnlyList<ConsentGiven> given, Id id) =>
        given.Count > 0 && given[^1].Id is var last && id <= last
            ? Id.From(last.MadeAt.AddMilliseconds(1), Convert.FromHexString(id.ToString()).AsSpan(6))
            : id;
}

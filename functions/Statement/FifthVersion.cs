using WelWee3D.Exports;
using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>
/// The fifth version: how long a scan stays of who wants no figurine any more, who is responsible, what goes outside Europe, and on which
/// ground a file is kept of which nobody knows whose it is.
/// </summary>
internal static class FifthVersion
{
    private static readonly StatementSection Grounds = new(
        new("Op welke grond", "On which ground"),
        [
            FourthVersion.ByAgreementAndConsent,
            new(
                "Berichten van robots tegenhouden, uitzoeken van wie een bestand is, bezoeken tellen en medewerkers laten inloggen: omdat we daar een gerechtvaardigd belang bij hebben. Het formulier en de website moeten werken, een scan moet bij de juiste bestelling staan, en alleen wie dat mag, mag bij je gegevens. Je kunt daar bezwaar tegen maken. Is een bestand waarvan we nog uitzoeken van wie het is een scan, dan is die met toestemming gemaakt, en blijft die daarop berusten.",
                "Keeping out messages of robots, finding out whose a file is, counting visits and having staff sign in: because we have a legitimate interest in that. The form and the website must work, a scan must be with the right order, and only who may can reach your data. You can object to that. Where a file of which we are finding out whose it is turns out to be a scan, that was made with consent, and still rests on it."),
            new(
                "Trek je de toestemming in om je beeldje te maken voordat het is verzonden, dan is er voor je scan geen reden meer: hij gaat dan ook als wij je bestelling nog niet hebben geannuleerd.",
                "If you withdraw the consent to make your figurine before it was sent, there is no reason left for your scan: it goes, also where we have not cancelled your order yet."),
            FourthVersion.NoComputer,
        ]);

    private static readonly StatementSection Ended = new(
        new("Wat er gebeurt als een termijn voorbij is, of als je ons vraagt te wissen", "What happens when a term is over, or when you ask us to erase"),
        [
            FourthVersion.WhenATermIsOver,
            new(
                $"Vraag je ons te wissen, dan doen we dat binnen de tijd waarin we antwoorden: {Dutch(AnswerDeadline.Usual)}, of {Dutch(AnswerDeadline.Extended)} als het langer duurt.",
                $"When you ask us to erase, we do so within the time in which we answer: {English(AnswerDeadline.Usual)}, or {English(AnswerDeadline.Extended)} where it takes longer."),
            FourthVersion.WhatStaysLonger,
        ]);

    private static readonly StatementSection Abroad = new(new("Buiten Europa", "Outside Europe"), [RecipientWords.Transfers]);

    public static StatementVersion Told() => new(
        "5", new(2026, 11, 29), [.. RetentionSchedule.All.Except(FourthVersion.Decided)],
        [
            StatementVersions.Purposes, Grounds, FourthVersion.AcceptedQuotes, StatementVersions.Needed, StatementVersions.OwnCounts, FourthVersion.Security, Ended, Abroad,
            FourthVersion.Rights,
        ],
        TellsWhereToAsk: true, AsSet: set => [Responsible(set), Recoverable(set)]);

    private static StatementSection Responsible(StatementSettings set) => new(
        new("Wie verantwoordelijk is", "Who is responsible"),
        [Controller.Responsible(set.Controller)]);

    private static StatementSection Recoverable(StatementSettings set) => new(
        new("Als een scan is gewist", "When a scan was erased"),
        [
            set.RecoveryDays == 0
                ? new("Een scan die we wissen, is dan ook meteen echt weg uit de opslag.", "A scan that we erase is really gone from storage at once.")
                : new(
                    $"Een scan die we op jouw verzoek wissen, of die we zelf eerder weghalen, kan de opslag daarna nog {Dutch(Term.OfDays(set.RecoveryDays))} terughalen; dan is hij daar echt weg. Loopt een termijn af, dan gaat een scan een dag meer dan dat eerder weg: {Dutch(Term.OfDays(set.RecoveryDays + 1))} voor de laatste dag.",
                    $"A scan that we erase because you ask, or take away earlier ourselves, can be recovered from storage for {English(Term.OfDays(set.RecoveryDays))} after that; then it is really gone from there. Where a term ends, a scan goes one day more than that earlier: {English(Term.OfDays(set.RecoveryDays + 1))} before the last day."),
        ]);

    private static string Dutch(Term term) => PlainWords.Dutch.Length(term);

    private static string English(Term term) => PlainWords.English.Length(term);
}

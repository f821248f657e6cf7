using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>The fourth version: what the third told too widely or left out, told as it is done.</summary>
internal static class FourthVersion
{
    /// <summary>What goes because somebody decided so has no term to tell: when it goes, and until when a scan of it can be recovered, is told in words.</summary>
    public static readonly IReadOnlyList<RetentionRule> Decided = [RetentionSchedule.ScanDestroyedByStaff, RetentionSchedule.ScanMoved, RetentionSchedule.Erasure];

    public static readonly Words ByAgreementAndConsent = new(
        "Je berichten, je bestelling en je adres: voor de overeenkomst met jou. Je scan: omdat je daar toestemming voor geeft; we behandelen hem als een gegeven over je gezondheid. Je verzoeken, wie wat heeft gezien en wat er is vernietigd: omdat de wet vraagt dat we dat kunnen laten zien.",
        "Your messages, your order and your address: for the agreement with you. Your scan: because you give consent for it; we treat it as information about your health. Your requests, who saw what and what was destroyed: because the law asks that we can show it.");

    public static readonly Words NoComputer = new(
        "Geen computer beslist iets over jou.",
        "No computer decides anything about you.");

    public static readonly Words WhenATermIsOver = new(
        "Als een termijn voorbij is, wordt wat we bewaarden vernietigd, uiterlijk op de laatste dag, en blijft er een bewijs over waarin niets over jou staat. Van een vernietigde scan krijg je zelf bericht, met dat bewijs.",
        "When a term is over, what we kept is destroyed, on the last day at the latest, and a proof is left in which nothing about you stands. When a scan is destroyed you are told, with that proof.");

    public static readonly Words WhatStaysLonger = new(
        "Iets blijft langer als de wet of een lopende zaak dat vraagt: dat staat dan vast, met reden en laatste dag. Ook blijft wat alleen nog bewaard mag worden, tot die beperking is opgeheven of jij vraagt het te wissen; een verzoek tot het is beantwoord; en je bestelling tot de brief met het bewijs weg is.",
        "Something stays longer where the law or a pending case asks for it: that is on record then, with its reason and its last day. So does what may only be stored, until that restriction is lifted or you ask to erase it; a request until it was answered; and your order until the letter with the proof has left.");

    private static readonly StatementSection Grounds = new(
        new("Op welke grond", "On which ground"),
        [
            ByAgreementAndConsent,
            new(
                "Berichten van robots tegenhouden, uitzoeken van wie een bestand is, bezoeken tellen en medewerkers laten inloggen: omdat we daar een gerechtvaardigd belang bij hebben. Het formulier en de website moeten werken, een scan moet bij de juiste bestelling staan, en alleen wie dat mag, mag bij je gegevens. Je kunt daar bezwaar tegen maken.",
                "Keeping out messages of robots, finding out whose a file is, counting visits and having staff sign in: because we have a legitimate interest in that. The form and the website must work, a scan must be with the right order, and only who may can reach your data. You can object to that."),
            NoComputer,
        ]);

    public static readonly StatementSection AcceptedQuotes = new(
        new("Als je een offerte aanvaardt", "When you accept a quote"),
        [
            new(
                $"Dan hoort die bij onze boekhouding: je naam, je adres, wat we hebben afgesproken en de dag. De wet verplicht ons dat {Dutch(RetentionSchedule.AcceptedQuote.Term)} te bewaren, en {Dutch(RetentionSchedule.AcceptedQuoteOneStopShop.Term)} als we de btw via het éénloketsysteem aangeven. Ook als je ons vraagt alles te wissen, blijft die ene offerte tot dan.",
                $"Then it is part of our books: your name, your address, what we agreed and the day. The law has us keep that for {English(RetentionSchedule.AcceptedQuote.Term)}, and for {English(RetentionSchedule.AcceptedQuoteOneStopShop.Term)} where we declare the VAT under the one-stop-shop scheme. Also when you ask us to erase everything, that one quote stays until then."),
        ]);

    public static readonly StatementSection Security = new(
        new("Hoe we ze beveiligen", "How we protect them"),
        [
            new(
                "In de cloud is alles versleuteld, onderweg en in de opslag, en kan alleen wie het voor het werk nodig heeft erbij, met een eigen account.",
                "In the cloud everything is encrypted, on its way and in storage, and only who needs it for their work can reach it, with an account of their own."),
        ]);

    private static readonly StatementSection Ended = new(
        new("Wat er gebeurt als een termijn voorbij is, of als je ons vraagt te wissen", "What happens when a term is over, or when you ask us to erase"),
        [
            WhenATermIsOver,
            new(
                $"Vraag je ons te wissen, dan doen we dat binnen de tijd waarin we antwoorden: {Dutch(AnswerDeadline.Usual)}, of {Dutch(AnswerDeadline.Extended)} als het langer duurt. Een scan die we op jouw verzoek wissen, of die we zelf eerder weghalen, kan de opslag daarna nog {Dutch(Recoverable)} terughalen; dan is hij daar echt weg. Loopt een termijn af, dan gaat een scan al zoveel dagen eerder.",
                $"When you ask us to erase, we do so within the time in which we answer: {English(AnswerDeadline.Usual)}, or {English(AnswerDeadline.Extended)} where it takes longer. A scan that we erase because you ask, or take away earlier ourselves, can be recovered from storage for {English(Recoverable)} after that; then it is really gone from there. Where a term ends, a scan goes so many days earlier already."),
            WhatStaysLonger,
        ]);

    public static readonly StatementSection Rights = new(
        new("Wat je kunt vragen", "What you can ask"),
        [
            new(
                "Inzage in wat we van je bewaren, verbetering, wissen, beperking, bezwaar, intrekken van toestemming, en je gegevens meenemen of laten overdragen aan een ander.",
                "Access to what we keep of you, rectification, erasure, restriction, objection, withdrawal of consent, and to take your data along or have it handed to somebody else."),
            new(
                $"We antwoorden binnen {Dutch(AnswerDeadline.Usual)}. Is het ingewikkeld of is het veel, dan kunnen er {Dutch(More)} bijkomen; dat schrijven we je binnen de eerste maand, met de reden.",
                $"We answer within {English(AnswerDeadline.Usual)}. If it is complicated or a lot, {English(More)} can be added; we write you so within the first month, with the reason."),
        ]);

    public static StatementVersion Told() => new(
        "4", new(2026, 11, 28), [.. StatementVersions.BeforeFifth.Except(Decided)],
        [StatementVersions.Purposes, Grounds, AcceptedQuotes, StatementVersions.Needed, StatementVersions.OwnCounts, Security, Ended, Rights], TellsWhereToAsk: true);

    private static Term More => Term.OfMonths(AnswerDeadline.Extended.Months - AnswerDeadline.Usual.Months);

    private static Term Recoverable => Term.OfDays(RetentionSetup.UsualRecoveryDays);

    private static string Dutch(Term term) => PlainWords.Dutch.Length(term);

    private static string English(Term term) => PlainWords.English.Length(term);
}

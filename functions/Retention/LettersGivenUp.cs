using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>Reminds for a month of letters that could not be delivered; then their rows go.</summary>
public sealed class LettersGivenUp(Letters letters, IOptions<MailOptions> mail) : IReminder
{
    private static readonly Term KeptFor = Term.OfMonths(1);

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation)
    {
        var any = false;
        await foreach (var letter in letters.GivenUp(cancellation))
            if (KeptFor.After(Day(letter)) < today)
                await letters.Forget(letter.Letter, cancellation);
            else
                any = true;
        return any;
    }

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var givenUp = await letters.GivenUp(cancellation).Where(each => KeptFor.After(Day(each)) >= today).ToListAsync(cancellation);
        if (givenUp.Count == 0)
            return false;
        letter.Say("Deze brieven konden niet worden bezorgd. Bij Vandaag staat waar elke brief over ging; bel of schrijf zo nodig zelf. Een maand na de laatste poging worden ze hier niet meer genoemd.")
            .Link(mail.Value.Link(StaffPages.Today))
            .Facts(givenUp.Select(each => ($"{LetterNames.InDutch(each.Letter.Kind)}, {LetterBody.Day(Day(each), "nl")}", (string?)LetterNames.About(each.Letter.Reference))));
        return true;
    }

    private static DateOnly Day(WaitingLetter letter) => Amsterdam.DateOf(letter.LookAt);
}

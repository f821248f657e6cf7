using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Reminds for a month of letters that could not be delivered; then their rows go.</summary>
public sealed class LettersGivenUp(Letters letters) : IReminder
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
        letter.Say("Deze brieven konden niet worden bezorgd. Zoek het kenmerk op, en bel of schrijf zo nodig zelf. Een maand na de laatste poging worden ze hier niet meer genoemd.")
            .Facts(givenUp.Select(each => ($"{each.Letter.Kind}, {LetterBody.Day(Day(each), "nl")}", (string?)each.Letter.Reference)));
        return true;
    }

    private static DateOnly Day(WaitingLetter letter) => Amsterdam.DateOf(letter.LookAt);
}

namespace WelWee3D.People;

/// <summary>Which phone numbers are taken: as people write them, from anywhere in the world.</summary>
public static class PhoneNumbers
{
    private const int MaxLength = 40;

    // A short Dutch number without its area, to the longest that E.164 allows.
    private const int MinDigits = 6;
    private const int MaxDigits = 15;

    public static bool IsDialable(string phone) =>
        phone.Length <= MaxLength
        && phone.All(sign => char.IsAsciiDigit(sign) || "+()-. ".Contains(sign))
        && phone.Count(char.IsAsciiDigit) is >= MinDigits and <= MaxDigits
        && phone.LastIndexOf('+') <= phone.AsSpan().IndexOfAnyInRange('0', '9')
        && phone.Count(sign => sign == '+') <= 1;
}

namespace WelWee3D.Mail;

/// <summary>Hands letters over to whoever delivers them: SendGrid, or a mail server of the practice's own.</summary>
public interface ILetterSender
{
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="IOException">The same.</exception>
    Task<SendAnswer> Send(Letter which, RenderedLetter letter, CancellationToken cancellation);
}

/// <summary>What was answered to a letter.</summary>
/// <param name="Status">The code of the answer, of HTTP or of SMTP.</param>
public readonly record struct SendAnswer(SendResult Result, int Status);

public enum SendResult
{
    Taken,

    /// <summary>It may be taken later.</summary>
    NotNow,

    /// <summary>The letter itself is at fault.</summary>
    LetterRefused,

    /// <summary>We may not send: no letter goes out until that is mended.</summary>
    AccountRefused,
}

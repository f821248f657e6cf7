using Azure;

namespace WelWee3D.Mail;

/// <summary>A letter in the outbox.</summary>
/// <param name="AddedAt">When it was written, or written again.</param>
/// <param name="LookAt">From when on it is ready: to be sent, or to be forgotten when it was sent.</param>
/// <param name="Failures">How many times sending it has failed.</param>
/// <param name="RefusedWith">The status with which the mail service refused not the letter but us, if that was its last answer.</param>
/// <param name="Trace">Where the trace was left that it goes on from.</param>
public sealed record WaitingLetter(
    Letter Letter,
    [Operational] DateTimeOffset AddedAt,
    [Operational] DateTimeOffset LookAt,
    [Operational] int Failures,
    [Operational] bool IsSent,
    ETag ETag,
    [Operational] int? RefusedWith = null,
    [Operational] string? Trace = null);

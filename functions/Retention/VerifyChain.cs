using Microsoft.Extensions.Logging;

namespace WelWee3D.Retention;

/// <summary>Verifies the chain each night, after the sweep and before the letter of the morning, which tells what is wrong with it.</summary>
public sealed partial class VerifyChain(ChainVerification verification, ILogger<VerifyChain> log)
{
    [Function(nameof(VerifyChain))]
    public async Task Run([TimerTrigger("0 45 4 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await verification.Verify(cancellation)).Report.Broken is { } broken)
            LogBroken(broken.Number);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The chain of certificates does not verify: certificate {Number} is the first that cannot be believed")]
    private partial void LogBroken([Operational] int number);
}

namespace WelWee3D;

/// <summary>Whether everything answers; all but that only to those who work here.</summary>
public sealed record HealthView(
    string Status, SweepHealth? Sweep = null, ChainHealth? Chain = null, CheckpointHealth? Checkpoints = null, MailHealth? Mail = null)
{
    public const string Ok = "ok";
}

public sealed record SweepHealth(DateTimeOffset? CompletedAt, bool Overdue, bool DateIsDoubtful, NewestSweep? Newest);

public sealed record NewestSweep(Id Id, DateTimeOffset StartedAt, bool Complete);

public sealed record ChainHealth(DateTimeOffset? VerifiedAt, bool Overdue, bool? Whole, BrokenChain? Broken);

public sealed record BrokenChain(int Number, string? Reason, DateOnly? Checkpoint);

/// <param name="Policy">Whether what protects the checkpoints is there.</param>
public sealed record CheckpointHealth(string Policy);

/// <param name="RefusedWith">The status with which the mail service refuses letters; absent while it takes them.</param>
public sealed record MailHealth(int? RefusedWith);

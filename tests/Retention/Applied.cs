namespace WelWee3D.Tests.Retention;

/// <summary>Rows of the retention schedule, applied as the slices do.</summary>
internal static class Applied
{
    public static Derivation ContactMessage(this RetentionRules rules, DateOnly receivedOn, Interventions interventions, DateOnly today) =>
        rules.Apply(RetentionSchedule.ContactMessage, receivedOn, interventions, today);

    public static Derivation UnclaimedBlob(this RetentionRules rules, DateOnly arrivedOn, DateOnly today) =>
        rules.Apply(RetentionSchedule.UnclaimedBlob, arrivedOn, Interventions.None, today);

    public static Derivation Visits(this RetentionRules rules, DateOnly lastOfMonth, DateOnly today) =>
        rules.Apply(RetentionSchedule.Visits, lastOfMonth, Interventions.None, today);

    public static Derivation PrivacyRequest(this RetentionRules rules, DateOnly closedOn, Interventions interventions, DateOnly today) =>
        rules.Apply(RetentionSchedule.PrivacyRequest, closedOn, interventions, today);

    public static Derivation UnconfirmedRequest(this RetentionRules rules, DateOnly createdOn, DateOnly today) =>
        rules.Apply(RetentionSchedule.UnconfirmedRequest, createdOn, Interventions.None, today);

    public static Derivation Export(this RetentionRules rules, DateOnly createdOn, DateOnly today) =>
        rules.Apply(RetentionSchedule.Export, createdOn, Interventions.None, today);

    public static Derivation UnfinishedUpload(this RetentionRules rules, DateOnly createdOn, Interventions interventions, DateOnly today) =>
        rules.Apply(RetentionSchedule.UnfinishedUpload, createdOn, interventions, today);
}

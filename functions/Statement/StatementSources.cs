using WelWee3D.Exports;
using WelWee3D.Retention;

namespace WelWee3D.Statement;

/// <summary>What the settings tell in a statement.</summary>
public sealed class StatementSources(NamedRecipients recipients, Controller controller, RetentionRules rules)
{
    public StatementSettings Settings => new(controller.Told, rules.RecoveryDays);

    /// <summary>Where the practice reads its mail.</summary>
    public string Practice => controller.Mail;

    public IReadOnlyList<NamedRecipient> Recipients(string language) => recipients.In(language);
}

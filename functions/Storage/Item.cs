namespace WelWee3D.Storage;

/// <summary>What a due row, a ledger line and a certificate speak of.</summary>
public readonly record struct Item([Operational] string Kind, [Pseudonymous] Id Id)
{
    public override string ToString() => $"{Kind}|{Id}";
}

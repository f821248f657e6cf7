namespace WelWee3D.Storage;

/// <summary>What a due row, a ledger line and a certificate speak of.</summary>
public readonly record struct Item([Operational] string Kind, [Pseudonymous] Id Id)
{
    public static Item Parse(string text) => text.Split('|') is [var kind, var id] ? new(kind, Id.Parse(id)) : throw new FormatException("Not an item.");

    public override string ToString() => $"{Kind}|{Id}";
}

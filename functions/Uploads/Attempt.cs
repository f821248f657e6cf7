namespace WelWee3D.Uploads;

/// <summary>
/// One request's try at sending bytes. When a new attempt begins, it settles for good what all before it have brought:
/// the bytes before <see cref="From"/>. Whatever an earlier one still sends after that does not count.
/// </summary>
/// <param name="Number">Counts up from 1; 0 is no attempt yet.</param>
/// <param name="Counts">Whether its own blocks count: not as long as they have a checksum that is not verified.</param>
public readonly record struct Attempt([Operational, StoredAs("")] int Number, [Operational] long From, [Operational] bool Counts)
{
    public Attempt Next(long from, bool counts) => new(Number + 1, from, counts);

    public bool Allows(Block block) =>
        block.Offset < From ? block.Attempt < Number : Counts && block.Attempt == Number;
}

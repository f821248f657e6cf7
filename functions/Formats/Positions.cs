using System.Numerics;
using System.Runtime.InteropServices;

namespace WelWee3D.Formats;

/// <summary>
/// The positions of a mesh by their number, for formats whose triangles name their corners. Of the first two million all are
/// in memory; of more, the pages that were used last, and the others in a file.
/// </summary>
internal sealed class Positions : IDisposable
{
    /// <summary>The file takes at most 1.2 GB.</summary>
    public const long Most = 100_000_000;

    private const int PerPage = 1024;
    private const int Slots = 2048;

    // A page has one slot that it can be in, and the last one, which still grows, has none yet.
    private readonly Page?[] slots = new Page?[Slots];
    private Page last = new() { Number = 0 };
    private SpillFile? spill;

    public long Count { get; private set; }

    public void Add(Vector3 position)
    {
        var at = (int)((ulong)Count % PerPage);
        last.Content[at] = position;
        Count++;
        if (at == PerPage - 1)
        {
            var next = Vacate(last.Number % Slots);
            slots[last.Number % Slots] = last;
            last = next;
            (last.Number, last.IsSpilled) = (Count / PerPage, false);
        }
    }

    public Vector3 this[long index]
    {
        get
        {
            // Both are powers of two, and no index is negative.
            var number = (long)((ulong)index / PerPage);
            var page = number == last.Number ? last : slots[(ulong)number % Slots];
            if (page!.Number != number)
                page = Load(number);
            return page.Content[(ulong)index % PerPage];
        }
    }

    private Page Load(long number)
    {
        var page = Vacate(number % Slots);
        spill!.Read(number, MemoryMarshal.AsBytes(page.Content.AsSpan()));
        (page.Number, page.IsSpilled) = (number, true);
        return slots[number % Slots] = page;
    }

    /// <returns>The page that was in the slot, of which the content may be overwritten.</returns>
    private Page Vacate(long slot)
    {
        if (slots[slot] is not { } page)
            return new();
        if (!page.IsSpilled)
        {
            spill ??= new(PerPage * Marshal.SizeOf<Vector3>());
            spill.Write(page.Number, MemoryMarshal.AsBytes(page.Content.AsSpan()));
        }
        return page;
    }

    public void Dispose() => spill?.Dispose();

    private sealed class Page
    {
        public Vector3[] Content { get; } = new Vector3[PerPage];

        public long Number { get; set; }

        public bool IsSpilled { get; set; }
    }
}

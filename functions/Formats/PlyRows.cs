using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>The rows of one element: positions where they are vertices, corners where they are faces, else passed over.</summary>
internal sealed class PlyRows
{
    private const long MostCorners = 10_000;

    private readonly PlyEncoding encoding;
    private readonly PlyProperty[] properties;
    private readonly Positions positions;
    private readonly Faces faces;
    private readonly bool isVertex;
    private readonly int x, y, z, corners;
    private readonly double[] values;
    private readonly long[] indices = new long[MostCorners];

    public PlyRows(PlyEncoding encoding, PlyElement element, Positions positions, Faces faces)
    {
        (this.encoding, this.positions, this.faces) = (encoding, positions, faces);
        properties = [.. element.Properties];
        values = new double[properties.Length];
        isVertex = element.Name == "vertex";
        (x, y, z) = (Scalar(element, "x"), Scalar(element, "y"), Scalar(element, "z"));
        corners = element.Name == "face"
            ? element.IndexOf(each => each.Count is not null && each.Name is "vertex_indices" or "vertex_index")
            : -1;
        Left = element.Count;
        if (isVertex && (x < 0 || y < 0 || z < 0))
            Wrong = Damage.NoHeader.English;
        if (properties.Length == 0)
            Left = 0;
    }

    public long Left { get; private set; }

    public long Done { get; private set; }

    public string? Wrong { get; private set; }

    private static int Scalar(PlyElement element, string name) => element.IndexOf(each => each.Count is null && each.Name == name);

    /// <param name="isCut">Whether the next row has not come as a whole yet.</param>
    /// <returns>How many bytes the rows took that had.</returns>
    public int Accept(Window window, out bool isCut)
    {
        isCut = false;
        var bytes = encoding == PlyEncoding.Ascii ? window.WholeWords : window.Bytes;
        var rest = bytes;
        while (Left > 0 && Wrong is null)
        {
            var row = rest;
            if (!TryTakeRow(ref row, out var count))
            {
                isCut = Wrong is null;
                break;
            }
            rest = row;
            Keep(count);
            Left--;
            Done++;
        }
        return bytes.Length - rest.Length;
    }

    private bool TryTakeRow(ref ReadOnlySpan<byte> rest, out int count)
    {
        count = 0;
        for (var at = 0; at < properties.Length; at++)
        {
            var property = properties[at];
            if (property.Count is null)
            {
                if (!PlyValues.TryTake(encoding, property.Type, ref rest, out values[at]))
                    return false;
            }
            else if (!TryTakeList(property, property.Count.Value, at == corners, ref rest, ref count))
                return false;
        }
        return true;
    }

    private bool TryTakeList(PlyProperty property, PlyType countType, bool isCorners, ref ReadOnlySpan<byte> rest, ref int count)
    {
        if (!PlyValues.TryTake(encoding, countType, ref rest, out var length))
            return false;
        if (length is not (>= 0 and <= MostCorners))
        {
            Wrong = Damage.LongList.With(Done + 1, MostCorners);
            return false;
        }
        for (var i = 0; i < length; i++)
        {
            if (!PlyValues.TryTake(encoding, property.Type, ref rest, out var value))
                return false;
            if (isCorners)
                indices[i] = value >= 0 && value < positions.Count ? (long)value : -1;
        }
        if (isCorners)
            count = (int)length;
        return true;
    }

    private void Keep(int count)
    {
        if (isVertex)
        {
            if (positions.Count == Positions.Most)
                Wrong = Damage.TooManyVertices.With(Positions.Most);
            if (encoding == PlyEncoding.Ascii && double.IsNaN(values[x] + values[y] + values[z]))
                Wrong = Damage.NoNumber.With(Done + 1);
            positions.Add(new Vector3((float)values[x], (float)values[y], (float)values[z]));
            return;
        }
        if (corners < 0)
            return;
        faces.Begin();
        for (var i = 0; i < count && Wrong is null; i++)
            if (indices[i] < 0)
                Wrong = Damage.NoSuchVertex.With(Done + 1);
            else
                faces.Add(indices[i]);
    }
}

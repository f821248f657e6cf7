using System.Numerics;

namespace WelWee3D.Local;

/// <summary>A torso in the eighth month, in millimetres: closed, by formulas, and of nobody.</summary>
internal static class DemoBody
{
    private const int Around = 72;
    private const int Upwards = 44;
    private const float Height = 640;

    // From the hips up: how high, and half of the width and of the depth there.
    private static readonly (float At, float Width, float Depth)[] Shape =
        [(0, 0, 0), (.02f, 150, 105), (.14f, 182, 122), (.3f, 172, 112), (.46f, 148, 98), (.66f, 156, 102), (.82f, 172, 96), (.94f, 120, 70), (1, 0, 0)];

    /// <param name="size">Times the usual: two bodies are never the same file.</param>
    public static IReadOnlyList<Vector3[]> Triangles(float size) =>
        [.. SampleScan.Triangles(Around, Upwards, Point).Select(corners => Array.ConvertAll(corners, corner => corner * size))];

    private static Vector3 Point(int up, int around)
    {
        // The rings lie closer at both ends, where the surface turns.
        var at = (1 - MathF.Cos(MathF.PI * up / Upwards)) / 2;
        var turn = 2 * MathF.PI * (around % Around) / Around;
        if (up is 0 or Upwards)
            return new(0, 0, at * Height);
        var (width, depth) = Sides(at);
        var (across, forward) = (-width * MathF.Cos(turn), -depth * MathF.Sin(turn));
        var front = MathF.Max(0, MathF.Sin(turn));
        forward -= 120 * Bump(at, .36f, .17f) * MathF.Pow(front, 1.4f);
        forward -= 46 * Bump(at, .71f, .075f) * front * (Bump(across, 85, 52) + Bump(across, -85, 52));
        return new(across, forward, at * Height);
    }

    private static (float Width, float Depth) Sides(float at)
    {
        var above = Array.FindIndex(Shape, each => each.At >= at);
        var (from, to) = (Shape[above - 1], Shape[above]);
        var part = (at - from.At) / (to.At - from.At);
        // Round at the ends, and smooth between.
        var smooth = above == 1 ? MathF.Sqrt(part) : above == Shape.Length - 1 ? 1 - MathF.Sqrt(1 - part) : part * part * (3 - 2 * part);
        return (float.Lerp(from.Width, to.Width, smooth), float.Lerp(from.Depth, to.Depth, smooth));
    }

    private static float Bump(float at, float middle, float width) => MathF.Exp(-MathF.Pow((at - middle) / width, 2));
}

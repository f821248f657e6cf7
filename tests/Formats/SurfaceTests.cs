using System.Numerics;
using static WelWee3D.Tests.Formats.Reading;
using Triangle = WelWee3D.Tests.Formats.StlFiles.Triangle;

namespace WelWee3D.Tests.Formats;

/// <summary>What is told of a surface, held against the plain way to work it out, which keeps every edge.</summary>
public class SurfaceTests
{
    [Fact]
    public async Task A_box_is_closed_and_encloses_what_it_does_wherever_it_stands()
    {
        foreach (var at in (Vector3[])[default, new(1000, -5000, 300)])
        {
            var facts = await Of(Moved(StlFiles.Box(400, 300, 700), at));

            Assert.Equal((true, 0L, UnitSource.Assumed), (facts.Closed, facts.Degenerate, facts.UnitFrom));
            Assert.Equal(400.0 * 300 * 700, facts.Volume!.Value, 3);
            Assert.Empty(facts.Warnings);
        }
    }

    [Fact]
    public async Task One_that_is_inside_out_encloses_less_than_nothing_and_is_warned_about()
    {
        var facts = await Of([.. StlFiles.Box(400, 300, 700).Select(Turned)]);

        Assert.Equal((true, -400.0 * 300 * 700), (facts.Closed, Math.Round(facts.Volume!.Value)));
        Assert.Equal(["The surface is inside out: its triangles face inwards."], facts.Warnings);
    }

    [Fact]
    public async Task What_is_as_large_as_a_body_and_encloses_too_little_for_one_is_warned_about() =>
        Assert.Equal(["It encloses 0.4 litres; a body has 1 to 400."], (await Of(StlFiles.Box(1000, 400, 1))).Warnings);

    [Fact]
    public async Task One_triangle_that_is_missing_or_turned_or_there_twice_keeps_a_surface_from_being_closed()
    {
        var sphere = StlFiles.Sphere(200, 300);
        for (var i = 0; i < sphere.Length; i += 17)
        {
            Assert.False((await Of([.. sphere[..i], .. sphere[(i + 1)..]])).Closed);
            Assert.False((await Of([.. sphere[..i], Turned(sphere[i]), .. sphere[(i + 1)..]])).Closed);
            Assert.False((await Of([.. sphere, sphere[i]])).Closed);
        }
    }

    [Fact]
    public async Task Neither_the_order_of_triangles_nor_the_sign_of_a_zero_matters()
    {
        var random = new Random(1);
        var sphere = StlFiles.Sphere(200, 300).Select(each => new Triangle(Zeros(each.B), each.C, each.A)).ToArray();
        random.Shuffle(sphere);

        Assert.True((await Of(sphere)).Closed);

        Vector3 Zeros(Vector3 at) => new(at.X == 0 ? -0f : at.X, at.Y == 0 ? -0f : at.Y, at.Z == 0 ? -0f : at.Z);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_triangles_are_told_as_the_plain_way_tells_them(int seed)
    {
        var random = new Random(seed);
        for (var times = 0; times < 500; times++)
        {
            var mesh = Any(random);
            var facts = await Of(mesh);

            var told = $"seed {seed}, {times} before: {facts}";
            Assert.True(facts.Closed == IsClosed(mesh), told);
            Assert.True(facts.Degenerate == mesh.LongCount(HasNoArea), told);
            Assert.True(Math.Abs(facts.Volume!.Value - mesh.Sum(each => SignedVolume(each, mesh[0].A))) < 1e-6, told);
        }
    }

    /// <summary>On few places, so that edges meet; some made of closed parts, of which one triangle may be missing.</summary>
    private static Triangle[] Any(Random random)
    {
        Vector3 Corner() => new(random.Next(3), random.Next(3), random.Next(3));
        var mesh = new List<Triangle>();
        for (var parts = random.Next(1, 5); parts > 0; parts--)
        {
            var (a, b, c, d) = (Corner(), Corner(), Corner(), Corner());
            mesh.AddRange([new(a, b, c), new(a, c, d), new(a, d, b), new(b, d, c)]);
        }
        if (random.Next(2) == 0)
            mesh.RemoveAt(random.Next(mesh.Count));
        return [.. mesh];
    }

    private static bool IsClosed(Triangle[] mesh)
    {
        var balance = new Dictionary<(Vector3, Vector3), int>();
        foreach (var (from, to) in mesh.SelectMany(each => new[] { (each.A, each.B), (each.B, each.C), (each.C, each.A) }))
        {
            balance[(from, to)] = balance.GetValueOrDefault((from, to)) + 1;
            balance[(to, from)] = balance.GetValueOrDefault((to, from)) - 1;
        }
        return balance.All(each => each.Value == 0 || each.Key.Item1 == each.Key.Item2);
    }

    private static bool HasNoArea(Triangle each) => Vector3.Cross(each.B - each.A, each.C - each.A) == Vector3.Zero;

    private static double SignedVolume(Triangle each, Vector3 from) =>
        Vector3.Dot(each.A - from, Vector3.Cross(each.B - from, each.C - from)) / 6.0;

    private static Triangle Turned(Triangle each) => new(each.A, each.C, each.B);

    private static Triangle[] Moved(Triangle[] mesh, Vector3 by) => [.. mesh.Select(each => new Triangle(each.A + by, each.B + by, each.C + by))];

    private static Task<ScanFacts> Of(Triangle[] mesh) => Read(StlFiles.Binary(mesh));
}

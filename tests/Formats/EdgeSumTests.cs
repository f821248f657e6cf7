using System.Numerics;

namespace WelWee3D.Tests.Formats;

/// <summary>Both ways of hashing an edge: the one that the processor helps with, and the one for all others.</summary>
public class EdgeSumTests
{
    private static readonly Vector3[] Corners = [new(0, 0, 0), new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];

    public static TheoryData<string> Ways => AesEdges.AreSupported ? ["aes", "sip"] : ["sip"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_edges_of_a_tetrahedron_are_in_balance(string way) => Assert.Equal(UInt128.Zero, Sum(way, (0, 2, 1), (0, 1, 3), (1, 2, 3), (2, 0, 3)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Without_one_side_they_are_not(string way) => Assert.NotEqual(UInt128.Zero, Sum(way, (0, 2, 1), (0, 1, 3), (1, 2, 3)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void With_one_side_that_faces_inwards_they_are_not(string way) => Assert.NotEqual(UInt128.Zero, Sum(way, (0, 1, 2), (0, 1, 3), (1, 2, 3), (2, 0, 3)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_triangle_and_the_same_turned_over_are_in_balance(string way) => Assert.Equal(UInt128.Zero, Sum(way, (1, 2, 3), (3, 2, 1)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_same_triangle_twice_is_not(string way) => Assert.NotEqual(UInt128.Zero, Sum(way, (1, 2, 3), (1, 2, 3)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_edge_from_a_place_to_itself_is_none(string way) => Assert.Equal(UInt128.Zero, Sum(way, (1, 1, 1), (1, 2, 2)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Zero_and_minus_zero_are_one_place(string way)
    {
        var hash = Hash(way);
        var (zero, minus) = (new Vector3(0f, 1, 2), new Vector3(-0f, 1, 2));

        Assert.Equal(UInt128.Zero, hash(zero, Corners[1], Corners[3]) + hash(Corners[3], Corners[1], minus));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_lies_next_to_each_other_is_not_one_place(string way)
    {
        var hash = Hash(way);
        var beside = new Vector3(MathF.BitIncrement(1f), 0, 0);

        Assert.NotEqual(UInt128.Zero, hash(Corners[0], Corners[1], Corners[3]) + hash(Corners[3], beside, Corners[0]));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Nobody_can_foretell_it(string way) => Assert.NotEqual(Sum(way, (1, 2, 3)), Sum(way, (1, 2, 3)));

    private static UInt128 Sum(string way, params (int A, int B, int C)[] triangles)
    {
        var hash = Hash(way);
        return triangles.Aggregate(UInt128.Zero, (sum, each) => sum + hash(Corners[each.A], Corners[each.B], Corners[each.C]));
    }

    private static Func<Vector3, Vector3, Vector3, UInt128> Hash(string way) => way == "aes" ? AesEdges.New().Of : SipEdges.New().Of;
}

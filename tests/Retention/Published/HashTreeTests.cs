namespace WelWee3D.Tests.Retention.Published;

public sealed class HashTreeTests
{
    [Fact]
    public void Of_nothing_the_root_is_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hex(HashTree.Root([])));

    [Theory]
    [InlineData("", "6e340b9c", "fa01d")]
    [InlineData("L123456", "395aa064", "4d56")]
    public void A_leaf_is_told_apart_from_what_is_above_it(string entry, string begin, string end)
    {
        var leaf = Hex(HashTree.Leaf(Encoding.UTF8.GetBytes(entry)));
        Assert.StartsWith(begin, leaf, StringComparison.Ordinal);
        Assert.EndsWith(end, leaf, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_joins_two()
    {
        var node = Hex(HashTree.Node("N123"u8, "N456"u8));
        Assert.StartsWith("aa217fe8", node, StringComparison.Ordinal);
        Assert.EndsWith("6bbb", node, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_split_at_the_largest_power_of_two_below_its_size()
    {
        var leaves = Leaves(5);
        var four = HashTree.Node(HashTree.Node(leaves[0], leaves[1]), HashTree.Node(leaves[2], leaves[3]));
        Assert.Equal(HashTree.Node(four, leaves[4]), HashTree.Root(leaves));
    }

    [Theory]
    [InlineData("0/000", 600, 256)]
    [InlineData("0/001", 600, 256)]
    [InlineData("0/002.p/88", 600, 88)]
    [InlineData("1/000.p/2", 600, 2)]
    [InlineData("0/000.p/1", 1, 1)]
    public void A_tile_has_the_hashes_of_its_place(string path, int size, int width)
    {
        var leaves = Leaves(size);
        var tile = TilePath.Read(path)!;
        var hashes = tile.Of(leaves)!;

        Assert.Equal(width * HashTree.HashLength, hashes.Length);
        var expected = tile.Level == 0 ? leaves[tile.Number * TilePath.Full] : HashTree.Root(leaves, 0, TilePath.Full);
        Assert.Equal(expected, hashes[..HashTree.HashLength]);
    }

    [Theory]
    [InlineData("0/002", 600)]
    [InlineData("0/002.p/89", 600)]
    [InlineData("1/000", 600)]
    [InlineData("0/003.p/1", 600)]
    [InlineData("3/x999/x999/999", 600)]
    public void Beyond_the_end_there_is_none(string path, int size) => Assert.Null(TilePath.Read(path)!.Of(Leaves(size)));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/0")]
    [InlineData("0/1000")]
    [InlineData("0/001/000")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/01")]
    [InlineData("00/000")]
    [InlineData("9/000")]
    [InlineData("-1/000")]
    [InlineData("entries/000")]
    public void What_is_no_address_of_a_tile_is_none(string path) => Assert.Null(TilePath.Read(path));

    [Fact]
    public void Who_has_a_leaf_and_its_path_comes_to_the_root_and_with_another_leaf_or_place_does_not()
    {
        for (var size = 1; size <= 20; size++)
        {
            var (leaves, root) = (Leaves(size), HashTree.Root(Leaves(size)));
            for (var index = 0; index < size; index++)
            {
                var path = HashTree.Path(leaves, index);
                Assert.True(Inclusion.Holds(index, size, leaves[index], path, root), $"leaf {index} of {size}");
                Assert.False(Inclusion.Holds(index, size, HashTree.Leaf("another"u8), path, root));
                Assert.False(size > 1 && Inclusion.Holds((index + 1) % size, size, leaves[index], path, root), $"leaf {index} of {size} at another place");
            }
        }
    }

    private static List<byte[]> Leaves(int count) => [.. Enumerable.Range(0, count).Select(at => HashTree.Leaf(BitConverter.GetBytes(at)))];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

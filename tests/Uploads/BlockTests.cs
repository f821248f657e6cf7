namespace WelWee3D.Tests.Uploads;

public sealed class BlockTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2147483648, int.MaxValue)]
    public void A_name_tells_where_the_bytes_belong_and_who_sent_them(long offset, int attempt)
    {
        var block = new Block(offset, attempt, 7);

        Assert.Equal(block, Block.Parse(block.Id, 7));
        Assert.Equal(new Block(1, 1, 1).Id.Length, block.Id.Length);
    }

    [Fact]
    public void A_run_ends_at_the_first_gap() =>
        Assert.Equal(5, End(new(1, 0, true), new(0, 1, 3), new(3, 1, 2), new(6, 1, 4)));

    [Fact]
    public void Nothing_staged_is_no_bytes() => Assert.Equal(0, End(default));

    [Fact]
    public void Bytes_whose_checksum_is_not_verified_do_not_count() =>
        Assert.Equal(3, End(new(2, 3, Counts: false), new(0, 1, 3), new(3, 2, 2)));

    [Fact]
    public void Bytes_whose_checksum_failed_do_not_count_after_a_shorter_attempt_that_ends_where_they_go_on() =>
        Assert.Equal(5, End(new(3, 3, Counts: true), new(0, 1, 3), new(3, 2, 2), new(5, 2, 4), new(3, 3, 2)));

    [Fact]
    public void What_an_overtaken_attempt_still_sends_does_not_count() =>
        Assert.Equal(3, End(new(2, 3, Counts: true), new(0, 1, 3), new(3, 1, 4)));

    /// <summary>Attempts that break, fail their checksum, or go on after they were overtaken, against a plain model.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_attempts_end_only_what_was_acknowledged_counts(int seed)
    {
        var random = new Random(seed);
        for (var upload = 0; upload < 300; upload++)
        {
            var staged = new List<Block>();
            var (attempt, counted, sent) = (default(Attempt), 0L, 0L);
            for (var number = 1; number < 12; number++)
            {
                var (overtaken, overtakenSent) = (attempt, sent);
                var hasChecksum = random.Next(2) == 0;
                attempt = attempt.Next(counted, counts: !hasChecksum);
                sent = Send(staged, attempt, counted, random);
                if (random.Next(3) == 0)
                    Send(staged, overtaken, overtakenSent, random);
                if (hasChecksum && random.Next(2) == 0)
                    attempt = attempt with { Counts = true };
                counted = attempt.Counts ? sent : counted;

                Assert.Equal(counted, Block.Run(staged, attempt).Sum(block => block.Length));
            }
        }
    }

    private static long Send(List<Block> staged, Attempt attempt, long from, Random random)
    {
        for (var count = random.Next(4); count > 0; count--)
        {
            var block = new Block(from, attempt.Number, random.Next(1, 4));
            staged.Add(block);
            from += block.Length;
        }
        return from;
    }

    private static long End(Attempt latest, params Block[] staged) => Block.Run(staged, latest).Sum(block => block.Length);
}

namespace WelWee3D.Tests.Orders;

public sealed class ScanRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Scanned = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Act Act = Make.Act(Now);
    private static readonly Scan Scan = NewScan();
    private static readonly Order Order = Make.Order(Scanned) with { Scans = [NewScan(), Scan, NewScan()] };

    [Theory]
    [InlineData("2026-11-11", false)]
    [InlineData("2026-11-12", true)]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    public void A_copy_is_made_between_the_scan_and_today(string on, bool possible)
    {
        var ruling = ScanRules.AddCopy(Order, Scan.Id, NewCopy(on), Today);

        Assert.Equal(possible, ruling.Order is not null);
        if (!possible)
            Assert.Equal("madeOn", Assert.Single(Assert.IsType<Refusal.Invalid>(ruling.Refusal).Problems).Field);
    }

    [Fact]
    public void A_copy_is_added_once_and_to_its_own_scan()
    {
        var copy = NewCopy();
        var copied = ScanRules.AddCopy(Order, Scan.Id, copy, Today).Order!;

        Assert.Same(copied, ScanRules.AddCopy(copied, Scan.Id, copy, Today).Order);
        Assert.Equal([0, 1, 0], copied.Scans.Select(scan => scan.Copies.Count));
    }

    [Fact]
    public void A_disk_holds_one_copy_of_a_scan_until_that_is_destroyed()
    {
        var (copy, today) = (NewCopy(), new DateOnly(2026, 11, 20));
        var another = copy with { Id = Id.New(Now) };
        var copied = ScanRules.AddCopy(Order, Scan.Id, copy, Today).Order!;
        var destroyed = ScanRules.DestroyCopy(copied, Scan.Id, copy.Id, today, Act).Order!;

        Assert.Same(copied, ScanRules.AddCopy(copied, Scan.Id, another, Today).Order);
        Assert.Equal(
            [copy.Destroyed(today, Act.By, Act.At), another.Of(Scan.FileName, Scan.ScannedOn)],
            ScanRules.AddCopy(destroyed, Scan.Id, another, Today).Order!.Part(Scan.Id)!.Copies);
    }

    [Fact]
    public void Notes_about_scans_push_no_date_out_that_was_set_right_and_find_room_however_long_they_are()
    {
        var right = Correction.Of("shippedOn", Today, Act);
        var order = Order with { History = [right] };
        var wordy = Make.Act(Now, string.Concat(Enumerable.Repeat("👣é", 166)));

        for (var times = 0; times < 40; times++)
            order = ScanRules.Destroy(Order with { History = order.History }, Scan.Id, wordy).Order!;

        Assert.Equal(right, order.History[0]);
        Assert.All(order.History.Skip(1), note => Assert.Equal($"scans/{Scan.Id}", note.Field));
        Assert.InRange(order.History.Count, 3, 40);
        Assert.InRange(StoredJson.Write(order.History).Length, 1, 32 * 1024);
    }

    [Fact]
    public void Dates_are_set_right_as_long_as_the_reasons_fit()
    {
        var order = Order;
        var wordy = Make.Act(Now, string.Concat(Enumerable.Repeat("👣", 250)));
        Refusal? refusal = null;
        for (var times = 0; refusal is null; times++)
        {
            var ruling = ScanRules.Date(order, Scan.Id, Today.AddDays(-20 - (times % 2)), wordy);
            (order, refusal) = (ruling.Order ?? order, ruling.Refusal);
        }

        Assert.IsType<Refusal.Conflict>(refusal);
        Assert.InRange(StoredJson.Write(order.Part(Scan.Id)!.History).Length, 1, 32 * 1024);
    }

    [Fact]
    public void A_scan_that_is_being_destroyed_gets_no_more_copies()
    {
        var order = Order with { Scans = [Scan with { Destroying = true }] };

        Assert.Equal(new Refusal.Missing("scan"), ScanRules.AddCopy(order, Scan.Id, NewCopy(), Today).Refusal);
    }

    [Fact]
    public void A_copy_keeps_the_files_name_and_day_as_they_were_when_it_was_made_until_it_is_confirmed()
    {
        var copy = NewCopy("2026-11-22");
        var copied = ScanRules.AddCopy(Order, Scan.Id, copy, Today).Order!;
        var dated = ScanRules.Date(copied, Scan.Id, Scan.ScannedOn.AddDays(-3), Act).Order!;
        var confirmed = ScanRules.DestroyCopy(dated, Scan.Id, copy.Id, null, Act).Order!;

        Assert.Equal((Scan.FileName, Scan.ScannedOn), Only(dated, each => (each.FileName, each.ScannedOn!.Value)));
        Assert.Equal((null, null, "staff", Now), Only(confirmed, each => (each.FileName, each.ScannedOn, each.ConfirmedBy, each.ConfirmedAt)));

        static T Only<T>(Order order, Func<DiskCopy, T> of) => of(Assert.Single(order.Part(Scan.Id)!.Copies));
    }

    [Fact]
    public void The_copies_of_a_scan_with_the_longest_name_fit_into_one_property()
    {
        var scan = Scan with { FileName = new('é', 255) };
        var order = Order with { Scans = [scan] };
        for (var disk = 0; disk < ScanRules.MostCopies; disk++)
            order = ScanRules.AddCopy(order, scan.Id, NewCopy(), Today).Order!;

        Assert.Equal(ScanRules.MostCopies, order.Scans[0].Copies.Count);
        Assert.InRange(StoredJson.Write(order.Scans[0].Copies).Length, 1, 32 * 1024);
    }

    [Fact]
    public void Copies_have_a_bound()
    {
        var full = Order with { Scans = [Scan with { Copies = [.. Enumerable.Range(0, ScanRules.MostCopies).Select(_ => NewCopy())] }] };

        Assert.IsType<Refusal.Conflict>(ScanRules.AddCopy(full, Scan.Id, NewCopy(), Today).Refusal);
    }

    [Theory]
    [InlineData(null, "2026-11-22")]
    [InlineData("2026-11-12", "2026-11-12")]
    [InlineData("2026-11-11", null)]
    [InlineData("2026-11-23", null)]
    public void A_copy_is_destroyed_between_its_making_and_today(string? on, string? expected)
    {
        var copy = NewCopy("2026-11-12");
        var ruling = ScanRules.DestroyCopy(With(copy), Scan.Id, copy.Id, on is null ? null : Amsterdam.Date(on), Act);

        Assert.Equal(expected, ruling.Order?.Scans[0].Copies[0].DestroyedOn?.Iso());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    public void A_destroyed_copy_stays_as_it_was_confirmed(string? on, bool same)
    {
        var copy = NewCopy() with { DestroyedOn = new(2026, 11, 20) };
        var order = With(copy);
        var ruling = ScanRules.DestroyCopy(order, Scan.Id, copy.Id, on is null ? null : Amsterdam.Date(on), Act);

        Assert.Equal(same, ReferenceEquals(order, ruling.Order));
        Assert.Equal(!same, ruling.Refusal is Refusal.Conflict { Field: "destroyedOn" });
    }

    [Fact]
    public void Of_an_order_without_the_scan_nothing_is_recorded()
    {
        var facts = new ScanFacts("00", 1, null, 0, 0, null, "mm", [], "Damaged.");

        Assert.Same(Order, ScanRules.Record(Order, Id.New(Now), facts));
        Assert.Equal(facts, ScanRules.Record(Order, Scan.Id, facts).Scan(Scan.Id)!.Facts);
    }

    [Theory]
    [InlineData("buik.stl", "buik.stl")]
    [InlineData("C:\\scans\\Anna de Vries.stl", "Anna de Vries.stl")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb\".stl", "ab.stl")]
    [InlineData("...", "scan.stl")]
    [InlineData("дитя 👶.glb", "дитя 👶.glb")]
    public void A_file_is_saved_under_a_name_that_any_disk_takes(string name, string safe) =>
        Assert.Equal(safe, (Scan with { FileName = name, BlobName = "scan.stl" }).SafeName());

    private static Order With(DiskCopy copy) => Order with { Scans = [Scan with { Copies = [copy] }] };

    private static Scan NewScan() => Make.Scan(Scanned);

    private static DiskCopy NewCopy(string on = "2026-11-12") => Make.Copy(Amsterdam.StartOf(Amsterdam.Date(on)));
}

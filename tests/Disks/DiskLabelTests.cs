namespace WelWee3D.Tests.Disks;

public sealed class DiskLabelTests
{
    [Theory]
    [InlineData("SCHIJF-1", "SCHIJF-1")]
    [InlineData("kluis-2", "KLUIS-2")]
    [InlineData("  Usb-03\n", "USB-03")]
    [InlineData("Schijf 1", "SCHIJF-1")]
    [InlineData("schijf1", "SCHIJF-1")]
    [InlineData("kluis-b", "KLUIS-B")]
    [InlineData("A-1", "A-1")]
    [InlineData("ABCDEFGHIJKLMNOPQR-1", "ABCDEFGHIJKLMNOPQR-1")]
    public void A_label_is_a_word_and_a_number_or_a_letter_in_upper_case(string typed, string label)
    {
        Assert.True(DiskLabel.TryParse(typed, out var parsed));
        Assert.Equal(label, parsed.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("schijf Anna")]
    [InlineData("SCHIJF-ANNA")]
    [InlineData("ANNA")]
    [InlineData("SCHIJF  1")]
    [InlineData("SCHIJF-Jo")]
    [InlineData("SCHIJF-")]
    [InlineData("-1")]
    [InlineData("1-1")]
    [InlineData("SCHIJF-1-2")]
    [InlineData("SCHIJF-1\nAnna")]
    [InlineData("SCHÏJF-1")]
    [InlineData("ſchijf-1")]
    [InlineData("SCHIJF-١")]
    [InlineData("ABCDEFGHIJKLMNOPQRS-1")]
    public void Free_text_is_no_label(string? typed) => Assert.False(DiskLabel.TryParse(typed, out _));
}

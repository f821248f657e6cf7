namespace WelWee3D.Tests.Contact;

public sealed class ContactRulesTests
{
    private static readonly ContactForm Good = new() { Name = "Jet", Email = "jet@voorbeeld.nl", Message = "Hallo" };

    [Fact]
    public void Name_address_and_message_are_enough() => Assert.Empty(Faults(Good));

    [Fact]
    public void All_that_is_missing_is_named_at_once() => Assert.Equal(["name", "email", "message"], Faults(new ContactForm()));

    [Theory]
    [InlineData("   ")]
    [InlineData("\r\n\t ")]
    public void Blank_is_missing(string blank) => Assert.Equal(
        ["name", "email", "message"],
        Faults(new ContactForm { Name = blank, Email = blank, Message = blank, Phone = blank, Locale = blank, Next = blank }));

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u00ad \u2060\ufeff")]
    [InlineData("\u3164\u2800")]
    [InlineData("\u0001")]
    [InlineData("\u0301")]
    public void What_cannot_be_seen_is_missing(string unseen) =>
        Assert.Equal(
            [("name", "Is required."), ("message", "Is required.")],
            (Good with { Name = unseen, Message = unseen }).Problems([]));

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void A_name_has_at_most_200_characters(int length, bool refused) =>
        Assert.Equal(refused, Faults(Good with { Name = new string('n', length) }).Contains("name"));

    [Theory]
    [InlineData("J")]
    [InlineData("Jet de Vries-Çelik")]
    [InlineData("O'Brien 👩‍👩‍👧")]
    [InlineData("  Jet  ")]
    [InlineData("דליה לוי")]
    [InlineData("مریم می\u200Cخواهم")]
    [InlineData("Dalia \u200Eדליה\u200F")]
    public void A_name_is_whatever_people_are_called(string name) => Assert.Empty(Faults(Good with { Name = name }));

    [Theory]
    [InlineData('\u202A')]
    [InlineData('\u202B')]
    [InlineData('\u202C')]
    [InlineData('\u202D')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2067')]
    [InlineData('\u2068')]
    [InlineData('\u2069')]
    public void A_name_holds_nothing_by_which_it_seems_to_be_another(char sign) => Assert.Equal(
        [("name", $"Must not hold what cannot be seen: U+{(int)sign:X4}, character 4 of it.")], (Good with { Name = $"Jet{sign} nesnaJ" }).Problems([]));

    [Theory]
    [InlineData("Jet\nBcc: iemand")]
    [InlineData("Jet\rBcc")]
    [InlineData("Jet\0")]
    [InlineData("Jet\tJansen")]
    [InlineData("Jet\u007fJansen")]
    [InlineData("Jet\u0085Jansen")]
    [InlineData("Jet\u2028Jansen")]
    public void A_name_is_one_line(string name) => Assert.Equal(["name"], Faults(Good with { Name = name }));

    [Theory]
    [InlineData(5000, false)]
    [InlineData(5001, true)]
    public void A_message_has_at_most_5000_characters(int length, bool refused) =>
        Assert.Equal(refused, Faults(Good with { Message = $"  {new string('m', length)}\n" }).Contains("message"));

    [Theory]
    [InlineData(2500, false)]
    [InlineData(2501, true)]
    public void An_emoji_counts_for_two_as_it_does_in_storage(int count, bool refused) =>
        Assert.Equal(refused, Faults(Good with { Message = string.Concat(Enumerable.Repeat("👶", count)) }).Contains("message"));

    [Theory]
    [InlineData("één\ntwee\tdrie", false)]
    [InlineData("bel\u0007", true)]
    [InlineData("nul\0", true)]
    [InlineData("a\u001b[31mb", true)]
    public void A_message_has_lines_and_tabs_but_no_other_controls(string message, bool refused) =>
        Assert.Equal(refused, Faults(Good with { Message = message }).Contains("message"));

    [Theory]
    [InlineData("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier")]
    [InlineData("\r\n een \r\n", "een")]
    [InlineData("een\vtwee\fdrie\u0085vier\u2028vijf", "een\ntwee\ndrie\nvier\nvijf")]
    public void Line_ends_become_one_sign(string sent, string kept) => Assert.Equal(kept, (Good with { Message = sent }).Message);

    [Theory]
    [InlineData("123456")]
    [InlineData("06 12345678")]
    [InlineData("+31 (0)6-12.34.56.78")]
    [InlineData("(+31) 612345678")]
    [InlineData("06/12345678")]
    [InlineData("٠٦١٢٣٤٥٦٧٨")]
    [InlineData("1 2 3 4 5 6 7 8 9 0 1 - - - - - - - - - ")]
    public void A_phone_number_is_written_as_people_write_it(string phone) => Assert.Empty(Faults(Good with { Phone = phone }));

    [Theory]
    [InlineData("12345")]
    [InlineData("123456789012345")]
    [InlineData("06-1234567a")]
    [InlineData("0612345678 ext 3")]
    [InlineData("06+12345678")]
    [InlineData("06\n12345678")]
    [InlineData("1 2 3 4 5 6 7 8 9 0 1 - - - - - - - - - -")]
    public void Anything_else_is_no_phone_number(string phone) => Assert.Equal(["phone"], Faults(Good with { Phone = phone }));

    [Theory]
    [InlineData(null, false)]
    [InlineData("nl", false)]
    [InlineData("en", false)]
    [InlineData("NL", false)]
    [InlineData("de", true)]
    [InlineData("nl-NL", true)]
    public void The_languages_are_dutch_and_english(string? locale, bool refused) =>
        Assert.Equal(refused, Faults(Good with { Locale = locale }).Contains("locale"));

    [Theory]
    [InlineData("https://site.example/bedankt", false)]
    [InlineData("/thanks", false)]
    [InlineData("https://site.example/bedankt/", true)]
    [InlineData("https://site.example/bedankt?x", true)]
    [InlineData("https://site.example/BEDANKT", true)]
    [InlineData("https://site.example.evil.example/bedankt", true)]
    [InlineData("//evil.example", true)]
    [InlineData("javascript:alert(1)", true)]
    public void A_form_leads_only_to_a_page_on_the_list(string next, bool refused) =>
        Assert.Equal(refused, Faults(Good with { Next = next }, "https://site.example/bedankt", "/thanks").Contains("next"));

    [Fact]
    public void An_address_that_will_not_do_is_named() => Assert.Equal(["email"], Faults(Good with { Email = "jet" }));

    private static IEnumerable<string> Faults(ContactForm form, params string[] pages) =>
        form.Problems(pages).Select(problem => problem.Field);
}

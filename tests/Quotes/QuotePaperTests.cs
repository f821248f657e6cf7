using PdfSharp.Pdf.IO;

namespace WelWee3D.Tests.Quotes;

/// <summary>A quote on paper: the same bytes from the same quote, on pages of A4, in letters that come with the app.</summary>
public sealed class QuotePaperTests(QuotesWorld http) : IClassFixture<QuotesWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Staff_and_client_get_the_same_file_each_time()
    {
        var quote = await http.Sent(await world.Given.Order());
        var (id, token) = (QuotesWorld.Text(quote, "id"), http.Token(quote));

        using var answer = await http.Anyone.GetAsync($"api/quote/{token}/pdf");
        var first = await answer.Content.ReadAsByteArrayAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => http.Staff.GetByteArrayAsync($"api/quotes/{id}/pdf")));
        var english = await http.Anyone.GetByteArrayAsync($"api/quote/{token}/pdf?language=en");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"quote-{QuotesWorld.Text(quote, "number")}.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.All(others, other => Assert.Equal(first, other));
        Assert.NotEqual(first, english);
        using var read = PdfReader.Open(new MemoryStream(first), PdfDocumentOpenMode.Import);
        var page = read.Pages[0];
        Assert.Equal(1, read.PageCount);
        Assert.Equal((595, 842), (Math.Round(page.Width.Point), Math.Round(page.Height.Point)));
        Assert.Equal($"Offerte {QuotesWorld.Text(quote, "number")}", read.Info.Title);
    }

    [Fact]
    public async Task As_many_pages_as_the_longest_quote_takes()
    {
        var quote = await http.Sent(await world.Given.Order(), new
        {
            lines = Enumerable.Range(0, 20).Select(at => new { description = at % 2 == 0 ? new string('W', 200) : string.Join(' ', Enumerable.Repeat("beeldje", 25)), quantity = 1000, amountInCents = 1_000_000, vatRate = 21 }),
        });

        using var read = PdfReader.Open(new MemoryStream(await http.Anyone.GetByteArrayAsync($"api/quote/{http.Token(quote)}/pdf")), PdfDocumentOpenMode.Import);

        Assert.InRange(read.PageCount, 2, 5);
    }

    [Fact]
    public async Task Whatever_signs_a_name_has()
    {
        var quote = await http.Sent(await world.Given.Order(agreed: order => order with { Client = order.Client with { Name = "Žižek Łucja Ñandú Ελένη Оксана 李 𝔄 👩‍🍼" } }));

        Assert.NotEmpty(await http.Anyone.GetByteArrayAsync($"api/quote/{http.Token(quote)}/pdf"));
    }
}

namespace WelWee3D.Quotes;

/// <summary>The settings under <c>Quotes</c>.</summary>
public sealed class QuotesOptions
{
    /// <summary>The lines at the head of a quote: who offers it, with its address and its numbers for trade and VAT.</summary>
    public IList<string> Sender { get; } = [];

    /// <summary>Whether the practice declares VAT under the one-stop-shop scheme: then a quote may say so, and is kept for ten years.</summary>
    public bool OneStopShop { get; set; }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace WelWee3D.Tests;

/// <summary>What one instance of the app measures from now on.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Instrument, string Told)> all = [];

    public Measured(World world)
    {
        var own = world.Get<IMeterFactory>();
        listener.InstrumentPublished = (instrument, each) =>
        {
            if (instrument.Meter.Name == Measures.MeterName && instrument.Meter.Scope == own)
                each.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            all.Enqueue((instrument.Name, string.Join(' ', [$"{value}", .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]))));
        // Those of an instance that has measured nothing yet are published when it first does.
        _ = world.Get<Measures>();
        listener.Start();
    }

    /// <summary>The values of an instrument, each with its tags.</summary>
    public IEnumerable<string> Of(string instrument) => all.Where(each => each.Instrument == instrument).Select(each => each.Told);

    public void Dispose() => listener.Dispose();
}

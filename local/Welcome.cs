using WelWee3D.Storage;

namespace WelWee3D.Local;

internal static class Welcome
{
    /// <param name="sweptOn">The day of the last sweep, where the clock had been moved.</param>
    public static string To(Uri at, string dataFolder, DateOnly today, DateOnly? sweptOn) => $$"""

        Wel & Wee 3D is ready at {{at}}
          console   {{at}}staff
          mailbox   {{at}}local/mailbox
          data      {{dataFolder}} (--reset starts anew, without any letters)
          clock     {{today.Iso()}}, as on this machine{{(sweptOn is { } day ? $": put back, for the last sweep was on {day.Iso()}" : "")}}

        Try:
          curl {{at}}api/contact -d name=Eva -d email=eva@example.nl -d message=Hallo
          dotnet run --project local -- sample sample.stl
          dotnet run --project local -- upload sample.stl --port {{at.Port}}
          curl {{at}}local/clock -d '{"now": "2027-01-31T09:00:00+01:00"}'
          curl {{at}}admin/functions/SweepExpired -d '{}'

        Ctrl-C stops it.
        """;
}

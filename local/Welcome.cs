namespace WelWee3D.Local;

internal static class Welcome
{
    public static string To(Uri at, string dataFolder) => $$"""

        Wel & Wee 3D is ready at {{at}}
          mailbox   {{at}}local/mailbox
          data      {{dataFolder}} (--reset starts anew)

        Try:
          curl {{at}}api/contact -d name=Eva -d email=eva@example.nl -d message=Hallo
          dotnet run --project local -- upload your-scan.stl
          curl {{at}}local/clock -d '{"now": "2027-01-31T09:00:00+01:00"}'
          curl {{at}}admin/functions/SweepExpired -d '{}'

        Ctrl-C stops it.
        """;
}

namespace WelWee3D.Retention.Shown;

/// <summary>How the page of a certificate looks: on a screen by light or dark, and on paper.</summary>
internal static class CertificateStyle
{
    public const string Css = """

        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --line: light-dark(#bbb, #555); --soft: light-dark(#595959, #b0b0b0); }
        body { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        header { border-bottom: 2px solid; margin-bottom: 1.5rem; }
        header p { margin: 0; color: var(--soft); }
        h1 { margin: 0 0 .75rem; font-size: clamp(1.25rem, 6vw, 1.75rem); line-height: 1.2; }
        h2 { margin: 1.75rem 0 .5rem; font-size: 1.1rem; }
        p { margin: .5rem 0; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
        th:last-child, td:last-child { padding-inline-end: 0; }
        th { font-weight: 600; }
        .facts th { width: 14rem; font-weight: 400; color: var(--soft); }
        .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
        code, pre { font: .85rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; padding: .75rem; border: 1px solid var(--line); margin: .75rem 0 0; }
        .declared { font-size: 1.15rem; }
        .alarm { padding: .75rem; border: 2px solid light-dark(#b00020, #ff8a80); color: light-dark(#b00020, #ff8a80); font-weight: 600; }
        .ids { columns: 18rem; padding: 0; margin: 0; list-style: none; }
        @media (max-width: 32rem) {
          .facts th, .facts td { display: block; width: auto; padding-inline-end: 0; }
          .facts th { border: 0; padding-bottom: 0; }
          .facts td { padding-top: 0; }
        }
        @page { size: A4; margin: 18mm 18mm 20mm; }
        @media print {
          :root { color-scheme: light; font-size: 10pt; line-height: 1.4; }
          body { max-width: none; padding: 0; }
          h2 { margin-top: 1.25rem; break-after: avoid; }
          tr, li, .alarm { break-inside: avoid; }
          thead { display: table-header-group; }
          code, pre { font-size: 8pt; }
          pre { box-decoration-break: clone; }
        }

        """;
}

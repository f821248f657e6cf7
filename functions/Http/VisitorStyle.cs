namespace WelWee3D.Http;

/// <summary>How the pages for visitors and clients look, by light or dark.</summary>
internal static class VisitorStyle
{
    public const string Css = """

        :root {
          color-scheme: light dark; font: 1.0625rem/1.55 system-ui, sans-serif;
          --paper: light-dark(#fbf8f4, #181513); --card: light-dark(#fff, #211d1a); --ink: light-dark(#26211d, #f1ebe4);
          --soft: light-dark(#655c54, #b7aca1); --plum: light-dark(#6f2b4b, #e0a3bd); --on-plum: light-dark(#fff, #24141c);
          --wrong: light-dark(#8c2f16, #f0a58c); --wrong-ground: light-dark(#fbeae4, #3b211a);
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); }
        main { max-width: 40rem; margin: auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: .25rem 0; }
        h2 { font-size: 1.2rem; margin: 0 0 .5rem; }
        a { color: var(--plum); text-underline-offset: .2em; }
        :focus-visible { outline: 3px solid var(--plum); outline-offset: 2px; }
        label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
        input, select, textarea, button { font: inherit; min-height: 2.75rem; padding: .5rem .75rem; border-radius: .5rem; }
        input, select, textarea { width: 100%; border: 1px solid var(--soft); background: var(--card); color: var(--ink); }
        button { border: 1px solid var(--plum); background: var(--plum); color: var(--on-plum); font-weight: 600; padding: .5rem 1rem; cursor: pointer; }
        .soft { color: var(--soft); font-weight: 400; }
        .unseen { position: absolute; left: -99rem; }
        .mistakes { border-left: 4px solid var(--wrong); background: var(--wrong-ground); padding: .75rem 1rem; margin: 1rem 0; }
        .mistakes ul { margin: 0; }
        .wrong { border-left: 4px solid var(--wrong); padding-left: 1rem; }
        .why { color: var(--wrong); font-weight: 600; margin: 0 0 .25rem; }
        .card { background: var(--card); border: 1px solid light-dark(#e3dbd1, #3a332e); border-radius: .5rem; padding: 1rem 1.25rem; margin: 1rem 0; }
        .mark { padding: .05rem .55rem; border-radius: 1rem; font-size: .9rem; font-weight: 600; white-space: nowrap; }
        .mark.yes { background: light-dark(#e5f2ec, #17302a); color: light-dark(#1d6149, #8fd1b6); }
        .mark.no { background: light-dark(#fbf0da, #33290f); color: light-dark(#7a5200, #e6bf6b); }
        .goes { border-left: 4px solid var(--wrong); background: var(--wrong-ground); padding: .5rem 1rem; margin: 1rem 0 0; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0 .25rem; }
        .actions form { margin: 0; }
        button.plain { background: transparent; color: var(--plum); }
        .goes button { background: transparent; border-color: var(--wrong); color: var(--wrong); }
        .between { display: flex; justify-content: space-between; gap: 1rem; }
        summary { cursor: pointer; color: var(--plum); min-height: 2.75rem; padding: .5rem 0; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--soft); }
        table.figures { font-variant-numeric: tabular-nums; margin: 1rem 0; }
        .figures :is(td, th):not(:first-child) { text-align: right; white-space: nowrap; }
        .figures :is(td, th):last-child { padding-right: 0; }
        .figures tfoot :is(td, th) { border-bottom: 0; }
        span.figures { overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
        .parties { flex-wrap: wrap; }
        .parties p { flex: 1 1 14rem; margin: .5rem 0; overflow-wrap: anywhere; }
        @page { size: A4; margin: 18mm 20mm; }
        @media print { .screen { display: none; } body { background: none; } main { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
        footer { margin-top: 3rem; font-size: .95rem; }

        """;
}

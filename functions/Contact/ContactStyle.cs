namespace WelWee3D.Contact;

/// <summary>How the form's page looks, by light or dark.</summary>
internal static class ContactStyle
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
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--soft); }
        @media print { main { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
        footer { margin-top: 3rem; font-size: .95rem; }

        """;
}

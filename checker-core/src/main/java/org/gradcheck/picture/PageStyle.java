package org.gradcheck.picture;

/** The style of pages: light or dark as the reader prefers, and fit for paper. */
public final class PageStyle {

    /** {@code <style>} content for {@link ReportPage} and pages made of {@link HtmlParts}; the plots' style is in it. */
    public static final String TEXT = """
            :root{--page:#fff;--card:#fff;--text:#1f2328;--quiet:#59636e;--rule:#d5dbe1;--shade:#f5f7f9;--link:#0a58ca;\
            --confirmed:#1a7f37;--refuted:#cf222e;--inconclusive:#8a5a00;\
            --confirmed-tint:#e5f5ea;--refuted-tint:#fdeaec;--inconclusive-tint:#fbf1dc}
            @media (prefers-color-scheme:dark){:root{--page:#0d1117;--card:#12171e;--text:#e6edf3;--quiet:#9aa5b1;\
            --rule:#30363d;--shade:#1a2029;--link:#6cb0ff;--confirmed:#4cc764;--refuted:#ff7a72;--inconclusive:#e0b252;\
            --confirmed-tint:#12291a;--refuted-tint:#331a1d;--inconclusive-tint:#2e2612}}
            *{box-sizing:border-box}
            html{color-scheme:light dark}
            body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:60rem;background:var(--page);color:var(--text);\
            font:15px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif}
            h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
            h2{font-size:1.15rem;margin:2rem 0 .5rem}
            a{color:var(--link)}
            :focus-visible{outline:2px solid var(--link);outline-offset:2px}
            .quiet{color:var(--quiet)}
            .badge{display:inline-block;padding:0 .55em;border-radius:1em;font-size:.8em;font-weight:600;line-height:1.7;\
            white-space:nowrap;border:1px solid currentColor}
            .confirmed>.badge,.badge.confirmed{color:var(--confirmed);background:var(--confirmed-tint)}
            .refuted>.badge,.badge.refuted{color:var(--refuted);background:var(--refuted-tint)}
            .inconclusive>.badge,.badge.inconclusive{color:var(--inconclusive);background:var(--inconclusive-tint)}
            .result{border:1px solid var(--rule);border-radius:8px;background:var(--card);margin:.6rem 0;padding:0 1rem}
            .result>summary{padding:.6rem 0;cursor:pointer}
            .result>summary strong{margin:0 .3em}
            .result[open]>summary{border-bottom:1px solid var(--rule);margin-bottom:.75rem}
            details.more{margin:.5rem 0}
            details.more>summary{cursor:pointer;color:var(--link)}
            dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1rem;margin:.75rem 0}
            dl.facts dt{color:var(--quiet)}
            dl.facts dd{margin:0;overflow-wrap:anywhere}
            dd.copy{font-family:ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace;font-size:.92em;\
            user-select:all}
            figure{margin:1rem 0;overflow-x:auto}
            figure svg{display:block;width:100%;min-width:36rem;max-width:820px;height:auto}
            figcaption{color:var(--quiet);font-size:.9em;max-width:50rem;margin-top:.5rem;position:sticky;left:0}
            .scroll{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9em}
            caption{text-align:left;color:var(--quiet);padding:.2rem 0}
            th,td{padding:.15rem .9rem .15rem 0;text-align:left;white-space:nowrap;border-bottom:1px solid var(--rule)}
            th{font-weight:600;color:var(--quiet)}
            @media (max-width:34rem){dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin:0 0 .4rem}}
            @media print{body{max-width:none;padding:0;font-size:11px}.result{break-inside:avoid}\
            .result>summary,details.more>summary{list-style:none}}
            """ + SvgPlot.STYLE;

    private PageStyle() {}
}

/** The style of a report that is one file: screen, dark, phone and paper. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--desk:#f4f6f6;--line:#d9dede;--ink:#1c2526;--quiet:#566164;--accent:#0f5c5c;--care:#7a4d00;
--series-1:#0f5c5c;--series-2:#c07c12;--series-3:#3b6ea8;--series-4:#8a4f7d;--series-5:#6d7d2b;--series-6:#b5532a}
@media screen and (prefers-color-scheme:dark){:root{--paper:#1b2122;--desk:#141919;--line:#384244;--ink:#e8eded;--quiet:#a5b1b3;--accent:#6fc0ba;--care:#e8b45c;
--series-1:#6fc0ba;--series-2:#e8b45c;--series-3:#8fb6e6;--series-4:#d39ac6;--series-5:#b9c873;--series-6:#ee9a75}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 "Noto Sans","Noto Sans Arabic","Noto Sans Khmer",system-ui,sans-serif;overflow-wrap:anywhere}
main,header,nav{max-inline-size:46rem;margin-inline:auto;padding-inline:16px}
header{padding-block:40px 8px}
h1{font-size:28px;line-height:1.25;margin:0 0 4px;text-wrap:balance}
.subtitle{font-size:20px;line-height:1.4;color:var(--quiet);margin:0}
h2,h3,h4,h5,h6{line-height:1.3;text-wrap:balance;break-after:avoid}
h2{font-size:24px;margin:56px 0 12px;padding-block-start:16px;border-block-start:2px solid var(--accent)}
h3{font-size:20px;margin:40px 0 8px}
h4,h5,h6{font-size:16px;margin:32px 0 8px}
p{margin:0 0 12px}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.about{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:24px 0}
dt{color:var(--quiet)}
dd{margin:0}
.mode{display:inline-block;margin:12px 0 0;padding:2px 10px;border:1px solid var(--line);border-inline-start:4px solid var(--accent);font-weight:700}
.mode.internal{border-inline-start-color:var(--care)}
.caveats{background:var(--desk);border-inline-start:4px solid var(--care);padding:16px 20px;margin:24px 0}
.caveats h2{font-size:16px;margin:0 0 8px;padding:0;border:0}
.caveats ul{margin:0;padding-inline-start:20px}
nav h2{font-size:20px;border:0;margin:32px 0 8px;padding:0}
nav ol{list-style:none;margin:0;padding:0}
nav ol ol{padding-inline-start:20px}
nav a{display:inline-block;padding-block:2px}
figure{margin:24px 0 40px}
figcaption,caption{font-weight:700;text-align:start;margin-block-end:4px}
figcaption .n{color:var(--accent)}
.measured{color:var(--quiet);margin:0 0 12px;font-size:14px}
svg{display:block;max-inline-size:100%;block-size:auto;margin-block:12px}
svg.phone{display:none}
@media screen and (max-width:560px){svg.desk{display:none}svg.phone{display:block}
.about,.passport{grid-template-columns:1fr!important;gap:0!important}.about dd,.passport dd{margin-block-end:8px}}
.scroll{overflow-x:auto;margin-block:8px}
table{border-collapse:collapse;inline-size:100%;font-size:14px;line-height:1.45}
th,td{padding:6px 8px;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
thead th{border-block-end:2px solid var(--quiet);vertical-align:bottom}
tbody th{font-weight:400;min-inline-size:7rem}
tfoot th,tfoot td{font-weight:700;border-block:2px solid var(--quiet)}
.num{text-align:end;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.missing{color:var(--quiet);font-style:italic}
.suppressed{color:var(--care);font-weight:700}
.signs,.undrawn{font-size:14px;color:var(--quiet);margin:4px 0}
.passport{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;font-size:14px;line-height:1.45;margin:12px 0 0;padding:12px 16px;background:var(--desk)}
.passport ul{margin:0;padding:0;list-style:none}
.note{border-inline-start:4px solid var(--accent);padding:8px 16px;background:var(--desk)}
.entry{border-block-start:1px solid var(--line);padding-block:12px}
.entry h3,.entry h4,.entry h5,.entry h6{margin:0 0 4px;font-size:16px}
.entry .on,.entry .partners{color:var(--quiet);font-size:14px;margin:0 0 4px}
.counts{margin:4px 0 0;padding:0;list-style:none}
.counts b{font-variant-numeric:tabular-nums}
@page{size:A4;margin:18mm}
@media print{body{font-size:10pt}main,header,nav{max-inline-size:none;padding:0}nav{display:none}h2{margin-block-start:32px}
figure,tr,.entry,.caveats{break-inside:avoid}figure.long{break-inside:auto}thead{display:table-header-group}a{color:inherit;text-decoration:none}.scroll{overflow:visible}}
`

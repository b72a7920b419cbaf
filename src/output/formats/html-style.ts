/** The style sheet of the HTML page: light and dark as the reader has it, and for paper. Contrasts are 4.5 to 1 or more. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #595959; --paper: #ffffff; --line: #c9c9c9; --mark: #fff0b3; --head: #f3f3f3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --quiet: #b0b0b0; --paper: #161616; --line: #4a4a4a; --mark: #5a4600; --head: #242424; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 110rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
p.text { max-width: 45rem; margin: 0 0 1rem; }
.quote { text-decoration: underline dotted; text-underline-offset: .2em; }
.name { font-weight: 600; }
figure { margin: 1rem 0 1.5rem; max-width: 45rem; }
blockquote { margin: 0; padding-left: 1rem; border-left: .25rem solid var(--line); }
figcaption { margin-top: .3rem; padding-left: 1.25rem; }
cite, .quiet { color: var(--quiet); font-size: .875rem; font-style: normal; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); padding: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th, th[scope=row] { background: var(--head); }
td { min-width: 8rem; max-width: 30rem; overflow-wrap: break-word; }
th[scope=row] { min-width: 7rem; font-weight: normal; }
p { margin: 0 0 .4rem; }
mark { position: relative; background: var(--mark); color: inherit; text-decoration: underline; text-decoration-thickness: 2px; }
.say { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  body { font-size: 9pt; }
  main { padding: 0; max-width: none; }
  .wide { overflow: visible; }
  table { width: 100%; table-layout: fixed; }
  td, th, th[scope=row] { min-width: 0; max-width: none; overflow-wrap: anywhere; }
  tr, figure { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;

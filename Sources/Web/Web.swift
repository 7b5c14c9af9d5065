// Start here. Web turns values into HTML and SVG: `Node` is the only way to make markup, `Page` is a whole page, the
// folder Draw has the charts and Pages a file a page.
//
// Invariant: pure functions of values; no I/O but the stylesheet of the bundle, no clock. No string becomes markup: text
// and attribute values are escaped where they are written, names of tags and attributes are literals of this source, and
// a link is local or http(s). Pages carry no script and no style attribute, so that the strict policy of Server holds.

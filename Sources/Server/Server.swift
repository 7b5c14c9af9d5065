// Start here. The Server says what the market holds: pages, the same as JSON, CSV and SVG, an API and feeds.
//
//   request → `Guard` (who may ask, how much) → `RouteTable` (one list: pages, API, description) → `Site` (one whole
//   generation) → `Web` (values to bytes) → `SiteResponse`
//
// `Site.respond` is a function of a request and a generation; `MarketRoutes` is the thin shell that Hummingbird sees, and
// what `Home` puts its own pages beside. Invariant: this room cannot name a person or a match; it stores nothing that a
// visitor sends, and no answer repeats the address that was asked.

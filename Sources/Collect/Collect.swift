// Start here. Collect is the only room with a network client: it asks sources as their terms allow, judges what came, and
// appends it to the Archive; and it brings files in by the same door.
//
// Invariant: an outage, a lie or a changed format is recorded as what it is and never read as "no jobs". Decisions are
// values (`HostState`, `Robots`, `AddressGuard`, `PollJudgement`) and are tested without a network; `Fetcher`, `Poller`
// and `Importer` are the thin shells that act on them. Nothing here asks an address that `AddressGuard` has not passed.

// Start here. The Archive is what the market said: every document as it was received, every poll that looked for it.
//
// Invariant: append-only; a document is its SHA-256; a poll lands whole or not at all; it knows no fact and no person.

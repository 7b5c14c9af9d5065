// Start here. The Market turns facts into openings: copies joined, lifetimes measured, columns to count in, words to
// search in. `MarketStore` makes generations, `MarketReader` answers from one, `Unify` is the heart between them.
//
// Invariant: all of it is derived from the Archive and comes out the same, to the byte of the columns, whenever it is
// made again; a reader sees one generation, whole.

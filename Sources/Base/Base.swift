// Start here. Base holds what every room needs and no noun of the job market: days, bytes, spans of text, money,
// digests, JSON in and out, mapped columns, and `Fault`, the one error that crosses a wall.
//
// Invariant: Base does no I/O but `MappedFile` and `DurableFile`, reads no clock, and knows no posting, skill or person.

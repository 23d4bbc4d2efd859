package glasshouse.bureau.ledger;

/// What keeps an entry as it was recorded: its digest, and the salt without which nobody can try
/// contents against it. Not to be changed.
@SuppressWarnings("ArrayRecordComponent")
record Seal(byte[] salt, byte[] digest) {}

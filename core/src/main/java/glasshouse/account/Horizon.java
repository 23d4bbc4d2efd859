package glasshouse.account;

/// The age in days from which entries of a slot can no longer matter.
record Horizon(int slot, int days) {}

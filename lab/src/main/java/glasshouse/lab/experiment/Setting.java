package glasshouse.lab.experiment;

/// What of a run can be set in the file and on the command line.
public enum Setting {
    PEOPLE("people", 1, 1_000_000_000),
    STEPS("steps", 1, 10_000_000),
    SEEDS("seeds", 1, 10_000),
    SEED("seed", 0, Long.MAX_VALUE);

    private final String key;
    private final long least;
    private final long most;

    Setting(String key, long least, long most) {
        this.key = key;
        this.least = least;
        this.most = most;
    }

    /// The key in a file; the option is the same after `--`.
    public String key() {
        return key;
    }

    public long least() {
        return least;
    }

    public long most() {
        return most;
    }

    /// Whether a number is allowed.
    public boolean allows(long value) {
        return value >= least && value <= most;
    }
}

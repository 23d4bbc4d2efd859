package glasshouse.service;

/// How a person stands when a decision is asked for: the score just read, and the lists they are on
/// as bits in the order of the scheme. A cursor over a [glasshouse.account.Readout], filled again
/// for each person; a score put in its place answers "what if".
public final class Standing {
    public long scoreMicro;
    public int band;
    public long lists;
    public long[] partials = new long[0];
}

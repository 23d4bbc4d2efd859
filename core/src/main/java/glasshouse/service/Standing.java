package glasshouse.service;

import glasshouse.account.Readout;

/// How a person stands when a decision is asked for: the score just read, and the lists they are on
/// as bits in the order of the scheme. A cursor over a [glasshouse.account.Readout], filled again
/// for each person; a score put in its place answers "what if".
public final class Standing {
    public long scoreMicro;
    public int band;
    public long lists;
    public long[] partials = new long[0];

    /// Takes over the account just read; the lists stay.
    public void of(Readout readout) {
        scoreMicro = readout.scoreMicro();
        band = readout.bandIndex();
        for (int i = 0; i < partials.length; i++) {
            partials[i] = readout.partialMicro(i);
        }
    }
}

package glasshouse.bench.society;

/// What happened, over everybody, since it was last cleared.
final class Census {
    long late;
    long defaults;
    long wouldCriticise;
    long silenced;
    long asked;
    long refused;
}

package glasshouse.bench.society;

/// A part of a citizen's week.
interface Behaviour {
    void act(Citizen citizen);
}

package glasshouse.lab.society;

/// One part of a step: what the people of a neighbourhood do of one kind. A policy reads the state
/// of others as of the last close only, and writes that of its own people only.
interface Policy {
    void act(Neighbourhood here);
}

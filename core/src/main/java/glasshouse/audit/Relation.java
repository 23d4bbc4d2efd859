package glasshouse.audit;

/// How near two contexts are: whether people who act in the one expect consequences in the other.
enum Relation {
    /// The same context, or part of it.
    RELATED,
    /// Arguable: a purpose and a justification are needed.
    ARGUABLE,
    /// Unrelated in the sense of Art. 5(1)(c)(i) of the AI Act.
    UNRELATED
}

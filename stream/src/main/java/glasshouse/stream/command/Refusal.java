package glasshouse.stream.command;

/// A request that cannot be carried out as given; says what was found, what is allowed and what to
/// do.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}

package glasshouse.bench.start;

/// The least that a program can do: one line.
final class Bare {
    private Bare() {}

    public static void main(String... arguments) {
        System.out.println("started");
    }
}

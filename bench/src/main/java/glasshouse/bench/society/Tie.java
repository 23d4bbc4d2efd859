package glasshouse.bench.society;

/// Two citizens who know each other, or could.
final class Tie {
    final Citizen one;
    final Citizen other;
    boolean alive;

    Tie(Citizen one, Citizen other, boolean alive) {
        this.one = one;
        this.other = other;
        this.alive = alive;
    }

    Citizen contactOf(Citizen citizen) {
        return citizen == one ? other : one;
    }
}

package glasshouse.lab.luck;

/// What a draw is for. The numbers are part of every result.
public enum Purpose {
    TRAITS(1),
    TIES(2),
    START(3),
    MONEY(4),
    OBLIGATIONS(5),
    CONDUCT(6),
    SHOPPING(7),
    SPEECH(8),
    ENCOUNTERS(9),
    RAPPORT(10),
    CONTACTS(11),
    GAMING(12),
    DETECTION(13),
    SERVICES(14),
    PANEL(15),
    STUDY(16);

    private final int number;

    Purpose(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}

package glasshouse.wire.audit;

import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// To whom a change of scheme does what, among the made-up people of a lab run who live under both
/// with the same luck: figures by group, under the scheme before and under the one after. `run`
/// names the run; of everybody under the empty group.
public record Shift(String run, List<Row> rows) {
    public Shift {
        rows = List.copyOf(rows);
    }

    /// No run was given.
    public static final Shift NONE = new Shift("", List.of());

    /// What is compared, by its measure in the lab; for all of them less is better, but for the
    /// last.
    public enum Kind {
        COST(
                "cost.euros",
                "what the score costs, euros a person and year (below 0: it brings)",
                1,
                1),
        LATE("money.late", "bills paid late, a person and year", 1, 3),
        DEFAULTS("money.defaults", "defaults, % of people a year", 100, 2),
        LISTED("lists.share", "on a blacklist, % of people", 100, 1),
        SILENCED("speech.silenced", "silenced, % of those who would criticise", 100, 1),
        PREFER("acceptance.prefer", "would rather live under it, % of the scored", 100, 1);

        private final String measure;
        private final String words;
        private final double factor;
        private final int decimals;

        Kind(String measure, String words, double factor, int decimals) {
            this.measure = measure;
            this.words = words;
            this.factor = factor;
            this.decimals = decimals;
        }

        /// The measure's name in the lab.
        public String measure() {
            return measure;
        }

        public String words() {
            return words;
        }

        /// A value as people read it.
        public String shown(double value) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", value * factor);
        }
    }

    /// One figure of one group.
    public record Row(Kind kind, String group, double before, double after) {
        /// Whether the group fares better after the change than before; equal figures are neither.
        public boolean better() {
            return kind == Kind.PREFER ? after > before : after < before;
        }

        public boolean worse() {
            return kind == Kind.PREFER ? after < before : after > before;
        }
    }

    static void json(JsonDocument json, Shift shift) throws IOException {
        json.text("run", shift.run());
        json.array(
                "measures",
                shift.rows(),
                row -> {
                    json.text("name", row.kind().measure());
                    json.optional("group", row.group());
                    json.decimal("before", row.before());
                    json.decimal("after", row.after());
                });
    }
}

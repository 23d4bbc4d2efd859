package glasshouse.lab.study;

import glasshouse.lab.measure.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What lenders have published of how their scores move, read from a table `fact,value,unit,source`
/// whose facts are written in one of a few ways. Values are per cent, or million people of those
/// whom the unit names, as in `million of ~200M`; a bare `million` is of the same.
final class PublishedMoves {
    private static final int MOST_FACTS = 200;
    private static final int MOST_SCORE = 850;
    private static final int LEAST_SCORE = 300;
    private static final Pattern CELLS = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");
    private static final Pattern OF_MILLIONS = Pattern.compile("million of ~?(\\d+)M");

    private static final Pattern YEAR = Pattern.compile("^(\\d{4}-\\d{2}):");

    private static final List<Form> FORMS =
            List.of(
                    Form.of(
                            "moving >(\\d+) points in (\\d+) month",
                            m -> new Move.Beyond(whole(m, 1), weeks(whole(m, 2)))),
                    Form.of(
                            "moving >(\\d+) points in (\\d+) quarter",
                            m -> new Move.Beyond(whole(m, 1), 13 * whole(m, 2))),
                    Form.of(
                            "^(\\d+)-(\\d+) in .*: moved to (\\d+)-(\\d+)",
                            m ->
                                    new Move.Between(
                                            whole(m, 1), whole(m, 2), whole(m, 3), whole(m, 4))),
                    Form.of(
                            "^(\\d+)-(\\d+) in .*: same range",
                            m ->
                                    new Move.Between(
                                            whole(m, 1), whole(m, 2), whole(m, 1), whole(m, 2))),
                    Form.of(
                            "^(\\d+)-(\\d+) in .*: lower range",
                            m ->
                                    new Move.Between(
                                            whole(m, 1),
                                            whole(m, 2),
                                            LEAST_SCORE,
                                            whole(m, 1) - 1)),
                    Form.of(
                            "^below (\\d+) in .*: still below",
                            m ->
                                    new Move.Between(
                                            LEAST_SCORE,
                                            whole(m, 1) - 1,
                                            LEAST_SCORE,
                                            whole(m, 1) - 1)),
                    Form.of(
                            "^above (\\d+) in .*: still",
                            m ->
                                    new Move.Between(
                                            whole(m, 1), MOST_SCORE, whole(m, 1), MOST_SCORE)),
                    Form.of("fell >=(\\d+)", m -> new Move.By(-whole(m, 1))),
                    Form.of("rose >=(\\d+)", m -> new Move.By(whole(m, 1))),
                    Form.of(
                            "within (\\d+) points year on year",
                            m -> new Move.Within(whole(m, 1))));

    private PublishedMoves() {}

    /// A published share of people who moved so, and where it is from.
    record Published(String fact, Move move, double share, String source) {
        /// A few words for a chart, with the year where the fact begins with one.
        String label() {
            Matcher year = YEAR.matcher(fact);
            return year.find() ? year.group(1) + " " + move.label() : move.label();
        }
    }

    private record Form(Pattern pattern, Function<Matcher, Move> move) {
        static Form of(String pattern, Function<Matcher, Move> move) {
            return new Form(Pattern.compile(pattern), move);
        }
    }

    /// The facts of a table that this lab can measure; those written otherwise are left out.
    static List<Published> read(String text) {
        var facts = new ArrayList<Published>();
        double millions = Double.NaN;
        for (String line : text.lines().skip(1).limit(MOST_FACTS).toList()) {
            List<String> cells = cells(line);
            if (cells.size() == 4) {
                Matcher of = OF_MILLIONS.matcher(cells.get(2));
                millions = of.matches() ? Double.parseDouble(of.group(1)) : millions;
                double whole = cells.get(2).equals("percent") ? 100 : millions;
                move(cells.get(0))
                        .flatMap(move -> published(cells, move, whole))
                        .ifPresent(facts::add);
            }
        }
        return List.copyOf(facts);
    }

    private static Optional<Published> published(List<String> cells, Move move, double whole) {
        try {
            double share = Double.parseDouble(cells.get(1)) / whole;
            return share >= 0 && share <= 1
                    ? Optional.of(new Published(cells.get(0), move, share, cells.get(3)))
                    : Optional.empty();
        } catch (NumberFormatException notNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Move> move(String fact) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(fact);
            if (matcher.find()) {
                return Optional.of(form.move().apply(matcher));
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        Matcher matcher = CELLS.matcher(line);
        while (matcher.find()) {
            cells.add((matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip());
        }
        return cells;
    }

    private static int whole(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// Months in weeks.
    private static int weeks(int months) {
        return (int) Math.round(months * 365.25 / 12 / 7);
    }
}

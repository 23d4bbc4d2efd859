package glasshouse.lab.measure;

import glasshouse.lab.history.Panel;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;

/// How scores move from one time to a later one, as a share of the people who were scored at both:
/// what lenders publish of their scores.
public sealed interface Move {
    /// Weeks from one count of the panel to the next.
    int COUNT_WEEKS = 4;

    /// Weeks in a year, in whole counts.
    int YEAR_WEEKS = COUNT_WEEKS * Mobility.YEAR;

    /// Fewest people for whom a share is told.
    int FEWEST = 20;

    /// Weeks between the two times.
    int weeks();

    /// Whether it is about somebody who stood at `before`.
    boolean concerns(double before);

    /// Whether it is about people wherever they stood.
    default boolean concernsEverybody() {
        return !(this instanceof Between);
    }

    /// Whether the move is what this one is about.
    boolean holds(double before, double after);

    /// A few words for a chart.
    String label();

    /// Up or down by more than so many points.
    record Beyond(int points, int weeks) implements Move {
        @Override
        public boolean concerns(double before) {
            return true;
        }

        @Override
        public boolean holds(double before, double after) {
            return Math.abs(after - before) > points;
        }

        @Override
        public String label() {
            return ">%d in %d weeks".formatted(points, weeks);
        }
    }

    /// Up or down by no more than so many points in a year.
    record Within(int points) implements Move {
        @Override
        public int weeks() {
            return YEAR_WEEKS;
        }

        @Override
        public boolean concerns(double before) {
            return true;
        }

        @Override
        public boolean holds(double before, double after) {
            return Math.abs(after - before) <= points;
        }

        @Override
        public String label() {
            return "within %d, a year".formatted(points);
        }
    }

    /// By at least so many points in a year; below zero: down.
    record By(int points) implements Move {
        @Override
        public int weeks() {
            return YEAR_WEEKS;
        }

        @Override
        public boolean concerns(double before) {
            return true;
        }

        @Override
        public boolean holds(double before, double after) {
            return points < 0 ? after - before <= points : after - before >= points;
        }

        @Override
        public String label() {
            return "%s %d, a year".formatted(points < 0 ? "down" : "up", Math.abs(points));
        }
    }

    /// Of those in one range, the share in another a year later; both ends belong to a range.
    record Between(int from, int to, int fromLater, int toLater) implements Move {
        @Override
        public int weeks() {
            return YEAR_WEEKS;
        }

        @Override
        public boolean concerns(double before) {
            return before >= from && before <= to;
        }

        @Override
        public boolean holds(double before, double after) {
            return after >= fromLater && after <= toLater;
        }

        @Override
        public String label() {
            return "%d–%d to %d–%d".formatted(from, to, fromLater, toLater);
        }
    }

    /// The share over the last such time for which a panel was followed; where it is no whole
    /// number of counts, in between the shares of the two nearest. NaN where fewer than [#FEWEST]
    /// are concerned, or the panel was not followed so long.
    default double share(Panel panel, Scale scale) {
        int counts = weeks() / COUNT_WEEKS;
        double beyond = weeks() % COUNT_WEEKS / (double) COUNT_WEEKS;
        double share = share(panel, scale, counts);
        return beyond == 0
                ? share
                : share * (1 - beyond) + share(panel, scale, counts + 1) * beyond;
    }

    private double share(Panel panel, Scale scale, int counts) {
        int last = panel.counts() - 1;
        int first = last - counts;
        int concerned = 0;
        int moved = 0;
        for (int i = 0; first >= 0 && i < panel.size(); i++) {
            if (panel.member(first, i) && panel.member(last, i)) {
                double before = points(scale, panel.score(first, i));
                if (concerns(before)) {
                    concerned++;
                    moved += holds(before, points(scale, panel.score(last, i))) ? 1 : 0;
                }
            }
        }
        return concerned < FEWEST ? Double.NaN : moved / (double) concerned;
    }

    private static double points(Scale scale, int steps) {
        return Offer.micro(scale, steps) / (double) Micro.ONE;
    }
}

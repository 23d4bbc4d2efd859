package glasshouse.lab.report;

import java.util.List;

/// What a section is made of. Every chart says in a sentence what is to be seen in it (`summary`),
/// for those who cannot see it, and has its numbers in a table behind it.
public sealed interface Block {
    /// A paragraph. Numbers in it are computed; see [Figures].
    record Prose(String text) implements Block {}

    /// The main findings, one sentence each.
    record Findings(List<String> sentences) implements Block {
        public Findings {
            sentences = List.copyOf(sentences);
        }
    }

    /// What stands over and beside a chart.
    record Caption(String title, String summary, String across, String upward) {}

    /// How numbers are written on an axis and in the table.
    enum Scale {
        PLAIN,
        PERCENT
    }

    /// Lines over a common axis.
    ///
    /// @param marks places on the axis across, such as thresholds
    record LineChart(Caption caption, Scale scale, List<Line> lines, List<Mark> marks)
            implements Block {
        public LineChart {
            lines = List.copyOf(lines);
            marks = List.copyOf(marks);
        }
    }

    /// A line; `low` and `high` are a band around it, and empty where there is none.
    record Line(String name, double[] x, double[] y, double[] low, double[] high) {
        public Line {
            if (x.length != y.length || low.length != high.length) {
                throw new IllegalArgumentException("the points of " + name + " do not pair up");
            }
            if (low.length != 0 && low.length != x.length) {
                throw new IllegalArgumentException("the band of " + name + " has other points");
            }
        }

        public Line(String name, double[] x, double[] y) {
            this(name, x, y, new double[0], new double[0]);
        }
    }

    /// A place on the axis across, and what it is.
    record Mark(String name, double at) {}

    /// Bars side by side for each category, with intervals where there are any; also for a
    /// distribution, whose categories are its bins.
    record BarChart(Caption caption, Scale scale, List<String> categories, List<Bars> bars)
            implements Block {
        public BarChart {
            categories = List.copyOf(categories);
            bars = List.copyOf(bars);
            for (Bars each : bars) {
                if (each.values.length != categories.size()) {
                    throw new IllegalArgumentException(each.name + " has other categories");
                }
            }
        }
    }

    /// One series of bars; `low` and `high` are the ends of intervals, and empty without them.
    record Bars(String name, double[] values, double[] low, double[] high) {
        public Bars {
            boolean none = low.length == 0 && high.length == 0;
            if (!none && (low.length != values.length || high.length != values.length)) {
                throw new IllegalArgumentException("the intervals of " + name + " do not pair up");
            }
        }

        public Bars(String name, double... values) {
            this(name, values, new double[0], new double[0]);
        }
    }

    /// A value for each pair of a row and a column, as shades; `values[row][column]`.
    record HeatMap(
            Caption caption,
            Scale scale,
            List<String> columns,
            List<String> rows,
            double[][] values)
            implements Block {
        public HeatMap {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (values.length != rows.size()) {
                throw new IllegalArgumentException("a heat map has a line of values for each row");
            }
        }
    }

    /// A table of words and numbers, as they are to be read.
    record Grid(String title, List<String> columns, List<List<String>> rows) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// The same person under two schemes, side by side.
    record TwoLives(String title, String who, Life left, Life right) implements Block {}

    /// One life: where, what became of the person, and its moments in order.
    record Life(String under, String outcome, List<Moment> moments) {
        public Life {
            moments = List.copyOf(moments);
        }
    }

    /// A moment of a life: when, what happened, and the score after it, or empty.
    record Moment(String when, String what, String score) {}
}

package glasshouse.wire.result;

import glasshouse.event.EventName;
import glasshouse.reach.Aim;
import glasshouse.reach.Difference;
import glasshouse.reach.Hypothesis;
import glasshouse.reach.Outlook;
import glasshouse.reach.Step;
import glasshouse.reach.Way;
import glasshouse.scheme.Band;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Statements, what-ifs and ways as JSON. All points are exact decimals; those of all `lines` sum
/// to `score`.
public final class StatementJson {
    private final JsonDocument json;

    private StatementJson(JsonDocument json) {
        this.json = json;
    }

    /// `person, asOf, score, band, scheme, lines`.
    public static String statement(Statement statement) {
        return JsonDocument.of(json -> new StatementJson(json).write(statement));
    }

    /// The statement with the hypotheses, and `before`, `difference`, `events`, `changes`.
    public static String difference(Difference difference, List<Hypothesis> hypotheses) {
        return JsonDocument.of(
                json -> {
                    var writer = new StatementJson(json);
                    writer.write(difference.after());
                    writer.write(difference, hypotheses);
                });
    }

    /// The statement of today, and `target`, `outlook` (`already`, `reachable` or `out-of-reach`),
    /// `ways`, `nearest`.
    public static String outlook(Outlook outlook, Band target) {
        return JsonDocument.of(
                json -> {
                    var writer = new StatementJson(json);
                    writer.write(outlook.now());
                    writer.write(outlook, target);
                });
    }

    private void write(Statement statement) throws IOException {
        json.text("person", statement.person())
                .instant("asOf", statement.asOf())
                .micro("score", statement.scoreMicro())
                .text("band", statement.band().name())
                .object(
                        "scheme",
                        () ->
                                json.text("name", statement.scheme())
                                        .text("version", statement.version()))
                .array("lines", statement.lines(), this::line);
    }

    private void line(Line line) throws IOException {
        json.text("kind", word(line.kind()))
                .optional("characteristic", line.characteristic())
                .optional("signal", line.signal())
                .optional("happenedAt", line.happenedAt());
        name(line.event());
        if (line.kind() == Line.Kind.EVENT || line.kind() == Line.Kind.PENDING) {
            json.micro("pointsThen", line.thenMicro());
        }
        json.micro("points", line.pointsMicro()).text("text", line.text());
    }

    private void name(@Nullable EventName name) throws IOException {
        if (name != null) {
            json.object("event", () -> json.text("source", name.source()).text("id", name.id()));
        }
    }

    private void write(Difference difference, List<Hypothesis> hypotheses) throws IOException {
        Statement before = difference.before();
        json.object(
                "before",
                () ->
                        json.micro("score", before.scoreMicro())
                                .text("band", before.band().name())
                                .array("lines", before.lines(), this::line));
        json.micro("difference", difference.after().scoreMicro() - before.scoreMicro())
                .array("events", hypotheses, this::hypothesis)
                .array(
                        "changes",
                        difference.changes(),
                        change -> {
                            line(change.line());
                            json.micro("before", change.beforeMicro())
                                    .micro("after", change.afterMicro())
                                    .micro("change", change.pointsMicro());
                        });
    }

    private void hypothesis(Hypothesis hypothesis) throws IOException {
        json.text("signal", hypothesis.signal())
                .micro("value", hypothesis.valueMicro())
                .instant("happenedAt", hypothesis.happenedAt())
                .optional("by", hypothesis.by())
                .optional("counterparty", hypothesis.counterparty())
                .optional("reference", hypothesis.reference());
    }

    private void write(Outlook outlook, Band target) throws IOException {
        json.object(
                "target", () -> json.text("band", target.name()).micro("from", target.fromMicro()));
        switch (outlook) {
            case Outlook.Already _ -> json.text("outlook", "already");
            case Outlook.Reachable(_, List<Way> ways) ->
                    json.text("outlook", "reachable").array("ways", ways, this::way);
            case Outlook.OutOfReach(_, Way nearest) ->
                    json.text("outlook", "out-of-reach").object("nearest", () -> way(nearest));
        }
    }

    private void way(Way way) throws IOException {
        json.texts("aims", way.aims().stream().sorted().map(StatementJson::word).toList())
                .text("day", way.day())
                .instant("asOf", way.statement().asOf())
                .micro("score", way.statement().scoreMicro())
                .text("band", way.statement().band().name())
                .text("holdsUntil", way.holdsUntil())
                .micro("hours", way.hoursMicro())
                .micro("euros", way.eurosMicro())
                .array("steps", way.steps(), this::step)
                .array("events", way.events(), this::hypothesis);
    }

    private void step(Step step) throws IOException {
        json.text("signal", step.signal().name())
                .text("title", step.signal().title())
                .whole("times", step.times())
                .micro("value", step.valueMicro())
                .optional("unit", step.signal().unit())
                .text("first", step.first())
                .text("last", step.last())
                .whole("mostInWeek", step.mostInWeek())
                .micro("hours", step.hoursMicro())
                .micro("euros", step.eurosMicro())
                .bool("effortStated", step.stated())
                .optional("confirmedBy", step.confirmedBy());
    }

    private static String word(Line.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Aim aim) {
        return aim.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

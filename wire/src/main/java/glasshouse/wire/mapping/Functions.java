package glasshouse.wire.mapping;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import glasshouse.document.Nearest;
import glasshouse.wire.value.DatePattern;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import glasshouse.wire.value.Shape;
import glasshouse.wire.value.Times;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The functions of expressions. Nothing else can be called.
final class Functions {
    static final String COLUMN = "column";
    private static final int MOST_LISTED = 12;

    /// A sign between three digits and those before.
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<=\\d)[ '\u00A0\u202F\u2019](\\d{3})(?!\\d)");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /// What a function makes of its arguments.
    @FunctionalInterface
    private interface Maker {
        Term make(Compiler compiler, ASTNode call, List<ASTNode> arguments);
    }

    private record Function(int least, int most, Maker maker) {}

    private static final Map<String, Function> ALL = new TreeMap<>();

    static {
        add("abs", 1, 1, (c, _, a) -> numeric(c, a, BigDecimal::abs));
        add(COLUMN, 1, 1, Functions::column);
        add("concat", 1, 20, Functions::concat);
        add("date", 2, 3, Functions::date);
        add("epoch", 1, 1, (c, _, a) -> epoch(c.term(a.getFirst()), BigDecimal.ONE));
        add("epochMillis", 1, 1, (c, _, a) -> epoch(c.term(a.getFirst()), THOUSAND));
        add("if", 3, 3, Functions::choice);
        add("isEmpty", 1, 1, Functions::isEmpty);
        add("lookup", 2, 3, Functions::lookup);
        add("lower", 1, 1, (c, _, a) -> textual(c, a, text -> text.toLowerCase(Locale.ROOT)));
        add("max", 2, 20, (c, _, a) -> reduce(c.terms(a), BigDecimal::max));
        add("min", 2, 20, (c, _, a) -> reduce(c.terms(a), BigDecimal::min));
        add("number", 1, 2, Functions::number);
        add("round", 1, 2, Functions::round);
        add("text", 1, 1, (c, _, a) -> textual(c, a, text -> text));
        add("time", 1, 1, Functions::time);
        add("trim", 1, 1, (c, _, a) -> textual(c, a, String::strip));
        add("upper", 1, 1, (c, _, a) -> textual(c, a, text -> text.toUpperCase(Locale.ROOT)));
    }

    private Functions() {}

    private static void add(String name, int least, int most, Maker maker) {
        ALL.put(name, new Function(least, most, maker));
    }

    static Term call(Compiler compiler, ASTNode node) {
        String name = node.getToken().getValue();
        Function function = ALL.get(name);
        if (function == null) {
            compiler.report(
                    MappingCode.UNKNOWN_FUNCTION,
                    node,
                    "there is no function \"" + name + "\"; " + Nearest.hint(name, ALL.keySet()));
            return Compiler.NOTHING;
        }
        int count = node.getParameters().size();
        if (count < function.least() || count > function.most()) {
            compiler.report(
                    MappingCode.UNKNOWN_FUNCTION,
                    node,
                    name
                            + "(…) has "
                            + count
                            + " arguments; it takes "
                            + function.least()
                            + (function.most() == function.least()
                                    ? ""
                                    : " to " + function.most()));
            return Compiler.NOTHING;
        }
        return function.maker().make(compiler, node, node.getParameters());
    }

    private static Term column(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        Optional<String> name = written(compiler, arguments.getFirst(), "the column's name");
        return name.map(text -> compiler.cell(text, compiler.position(call)))
                .orElse(Compiler.NOTHING);
    }

    private static Term concat(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        List<Term> terms = compiler.terms(arguments);
        return row -> {
            var text = new StringBuilder();
            for (Term term : terms) {
                text.append(term.of(row).text("concat"));
            }
            return new Datum.Text(text.toString());
        };
    }

    private static Term date(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        Term text = compiler.term(arguments.getFirst());
        Optional<String> pattern = written(compiler, arguments.get(1), "the date's pattern");
        ZoneId zone = compiler.scope().zone();
        try {
            if (arguments.size() == 3) {
                Optional<String> named = written(compiler, arguments.get(2), "the time zone");
                zone = named.isEmpty() ? zone : ZoneId.of(named.get());
            }
            if (pattern.isEmpty()) {
                return Compiler.NOTHING;
            }
            var form = new DatePattern(pattern.get(), zone);
            return row -> new Datum.Moment(form.read(text.of(row).text("date").strip(), "date"));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            compiler.report(
                    MappingCode.BAD_FORM,
                    call,
                    "date(…): "
                            + wrong.getMessage()
                            + "; patterns are written like yyyyMMdd or"
                            + " d.M.yyyy HH:mm, zones like Europe/Vienna");
            return Compiler.NOTHING;
        }
    }

    private static Term epoch(Term seconds, BigDecimal perSecond) {
        return row -> {
            BigDecimal stated = seconds.of(row).number("epoch");
            BigDecimal inSeconds = stated.divide(perSecond, MathContext.DECIMAL128);
            return new Datum.Moment(Times.epochSecond(inSeconds, "epoch"));
        };
    }

    private static Term choice(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        List<Term> terms = compiler.terms(arguments);
        return row -> terms.get(terms.getFirst().of(row).truth("if") ? 1 : 2).of(row);
    }

    private static Term isEmpty(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        Term term = compiler.term(arguments.getFirst());
        return row -> new Datum.Truth(term.of(row).text("isEmpty").isBlank());
    }

    private static Term lookup(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        String name = arguments.getFirst().getToken().getValue();
        Map<String, Datum> listed = compiler.scope().enums().get(name);
        Term key = compiler.term(arguments.get(1));
        if (listed == null) {
            compiler.report(
                    MappingCode.UNKNOWN_ENUM,
                    arguments.getFirst(),
                    "there is no enumeration \""
                            + name
                            + "\" under enums; "
                            + Nearest.hint(name, compiler.scope().enums().keySet()));
            return Compiler.NOTHING;
        }
        Optional<Term> otherwise =
                arguments.size() == 3
                        ? Optional.of(compiler.term(arguments.get(2)))
                        : Optional.empty();
        return row -> {
            String text = key.of(row).text("lookup").strip();
            Datum found = listed.get(text);
            if (found != null) {
                return found;
            }
            if (otherwise.isPresent()) {
                return otherwise.get().of(row);
            }
            throw new Refused(
                    EventCode.NOT_LISTED,
                    "the enumeration "
                            + name
                            + " has no entry for "
                            + Shape.of(text)
                            + listed(listed.keySet())
                            + "; add one, or a third argument to lookup(…) for all others");
        };
    }

    private static String listed(Set<String> entries) {
        String first = String.join(", ", entries.stream().limit(MOST_LISTED).toList());
        return ", only for " + first + (entries.size() > MOST_LISTED ? ", …" : "");
    }

    /// Of two arguments the second is the sign between units and decimals, a point or a comma; the
    /// other one, spaces and apostrophes then part thousands.
    private static Term number(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        if (arguments.size() == 1) {
            return numeric(compiler, arguments, number -> number);
        }
        Term term = compiler.term(arguments.getFirst());
        String sign = written(compiler, arguments.get(1), "the decimal sign").orElse(".");
        if (!sign.equals(",") && !sign.equals(".")) {
            compiler.report(
                    MappingCode.BAD_FORM,
                    arguments.get(1),
                    "number(…): the decimal sign is \",\" or \".\"");
            return Compiler.NOTHING;
        }
        String thousands = sign.equals(",") ? "." : ",";
        return row -> {
            String stated = term.of(row).text("number").strip();
            String plain =
                    THOUSANDS
                            .matcher(stated.replace(thousands, " "))
                            .replaceAll("$1")
                            .replace(',', '.');
            if (!stated.isEmpty() && !Decimals.isNumber(plain)) {
                String such = sign.equals(",") ? "1.234,50" : "1,234.50";
                throw new Refused(
                        EventCode.BAD_NUMBER,
                        "number is " + Shape.of(stated) + ", not a number such as " + such);
            }
            return new Datum.Amount(Decimals.number(plain, "number"));
        };
    }

    private static Term round(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        List<Term> terms = compiler.terms(arguments);
        return row -> {
            BigDecimal number = terms.getFirst().of(row).number("round");
            int places = terms.size() == 1 ? 0 : terms.get(1).of(row).number("round").intValue();
            return new Datum.Amount(
                    number.setScale(Math.clamp(places, 0, 12), RoundingMode.HALF_EVEN));
        };
    }

    private static Term time(Compiler compiler, ASTNode call, List<ASTNode> arguments) {
        Term text = compiler.term(arguments.getFirst());
        return row -> new Datum.Moment(Times.rfc3339(text.of(row).text("time").strip(), "time"));
    }

    private static Term numeric(
            Compiler compiler,
            List<ASTNode> arguments,
            java.util.function.UnaryOperator<BigDecimal> change) {
        Term term = compiler.term(arguments.getFirst());
        return row -> new Datum.Amount(change.apply(term.of(row).number("a number")));
    }

    private static Term textual(
            Compiler compiler,
            List<ASTNode> arguments,
            java.util.function.UnaryOperator<String> change) {
        Term term = compiler.term(arguments.getFirst());
        return row -> new Datum.Text(change.apply(term.of(row).text("text")));
    }

    private static Term reduce(
            List<Term> terms, java.util.function.BinaryOperator<BigDecimal> choose) {
        return row -> {
            BigDecimal chosen = terms.getFirst().of(row).number("min and max");
            for (Term term : terms) {
                chosen = choose.apply(chosen, term.of(row).number("min and max"));
            }
            return new Datum.Amount(chosen);
        };
    }

    /// A text that the mapping must state itself.
    private static Optional<String> written(Compiler compiler, ASTNode node, String what) {
        if (node.getToken().getType() == TokenType.STRING_LITERAL) {
            return Optional.of(node.getToken().getValue());
        }
        compiler.report(
                MappingCode.DAMAGED_EXPRESSION, node, what + " is written in double quotes");
        return Optional.empty();
    }
}

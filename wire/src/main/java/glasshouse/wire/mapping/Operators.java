package glasshouse.wire.mapping;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.Refused;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// The operators of expressions: `+ - * / %`, comparisons, `&& || !`.
///
/// Decimals are exact to 34 digits. `=` compares numbers where both sides read as numbers and one
/// of them is computed or written as one; otherwise texts.
final class Operators {
    private Operators() {}

    /// A term of two data.
    @FunctionalInterface
    private interface Binary {
        Datum of(Datum left, Datum right) throws Refused;
    }

    static Term term(Compiler compiler, ASTNode node) {
        List<Term> operands = compiler.terms(node.getParameters());
        String sign = node.getToken().getValue();
        if (node.getToken().getType() == TokenType.PREFIX_OPERATOR) {
            return prefix(compiler, node, sign, operands.getFirst());
        }
        Term left = operands.getFirst();
        Term right = operands.getLast();
        return switch (sign) {
            case "&&" -> row -> truth(left.of(row).truth("&&") && right.of(row).truth("&&"));
            case "||" -> row -> truth(left.of(row).truth("||") || right.of(row).truth("||"));
            default -> {
                Binary binary = binary(compiler, node, sign);
                yield row -> binary.of(left.of(row), right.of(row));
            }
        };
    }

    private static Term prefix(Compiler compiler, ASTNode node, String sign, Term operand) {
        return switch (sign) {
            case "-" -> row -> new Datum.Amount(operand.of(row).number("-").negate());
            case "+" -> row -> new Datum.Amount(operand.of(row).number("+"));
            case "!" -> row -> truth(!operand.of(row).truth("!"));
            default -> {
                unknown(compiler, node, sign);
                yield Compiler.NOTHING;
            }
        };
    }

    private static Binary binary(Compiler compiler, ASTNode node, String sign) {
        MathContext exact = MathContext.DECIMAL128;
        return switch (sign) {
            case "+" -> (a, b) -> number(a.number("+").add(b.number("+"), exact));
            case "-" -> (a, b) -> number(a.number("-").subtract(b.number("-"), exact));
            case "*" -> (a, b) -> number(a.number("*").multiply(b.number("*"), exact));
            case "/" -> (a, b) -> number(a.number("/").divide(b.number("/"), exact));
            case "%" -> (a, b) -> number(a.number("%").remainder(b.number("%"), exact));
            case "=", "==" -> (a, b) -> truth(equal(a, b));
            case "!=", "<>" -> (a, b) -> truth(!equal(a, b));
            case "<" -> (a, b) -> truth(compare(a, b, sign) < 0);
            case "<=" -> (a, b) -> truth(compare(a, b, sign) <= 0);
            case ">" -> (a, b) -> truth(compare(a, b, sign) > 0);
            case ">=" -> (a, b) -> truth(compare(a, b, sign) >= 0);
            default -> {
                unknown(compiler, node, sign);
                yield (a, _) -> a;
            }
        };
    }

    private static void unknown(Compiler compiler, ASTNode node, String sign) {
        compiler.report(
                MappingCode.DAMAGED_EXPRESSION,
                node,
                "\""
                        + sign
                        + "\" is not an operator of mappings; there are + - * / % = != < <= > >="
                        + " && || !");
    }

    private static Datum truth(boolean truth) {
        return new Datum.Truth(truth);
    }

    private static Datum number(BigDecimal number) {
        return new Datum.Amount(number);
    }

    private static boolean equal(Datum a, Datum b) throws Refused {
        if (a instanceof Datum.Moment left && b instanceof Datum.Moment right) {
            return left.instant().equals(right.instant());
        }
        if (a instanceof Datum.Text left && b instanceof Datum.Text right) {
            return left.text().equals(right.text());
        }
        if (isWord(a) || isWord(b)) {
            return false;
        }
        return a.number("=").compareTo(b.number("=")) == 0;
    }

    private static boolean isWord(Datum datum) {
        return datum instanceof Datum.Text(String text) && !Decimals.isNumber(text.strip());
    }

    private static int compare(Datum a, Datum b, String sign) throws Refused {
        if (a instanceof Datum.Moment left && b instanceof Datum.Moment right) {
            return left.instant().compareTo(right.instant());
        }
        return a.number(sign).compareTo(b.number(sign));
    }
}

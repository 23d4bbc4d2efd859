package glasshouse.wire.mapping;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Turns formulas into terms over the columns of one table, and collects what is wrong with them.
final class Compiler {
    /// Stands in for what could not be compiled; never evaluated, for problems end the binding.
    static final Term NOTHING = new Term.Constant(new Datum.Text(""));

    private final List<String> columns;
    private final Scope scope;
    private final Problems problems;
    private Position formulaPosition = Position.NOWHERE;

    Compiler(List<String> columns, Scope scope, Problems problems) {
        this.columns = columns;
        this.scope = scope;
        this.problems = problems;
    }

    Term term(Formula formula) {
        formulaPosition = formula.position();
        return switch (formula) {
            case Formula.Column column -> cell(column.name(), column.position());
            case Formula.Word word -> new Term.Constant(new Datum.Text(word.text()));
            case Formula.Tree tree -> term(tree.tree());
        };
    }

    Scope scope() {
        return scope;
    }

    /// The term of a part of the tree; what depends on no column is computed here.
    Term term(ASTNode node) {
        Token token = node.getToken();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> literal(node, token.getValue());
            case STRING_LITERAL -> new Term.Constant(new Datum.Text(token.getValue()));
            case VARIABLE_OR_CONSTANT -> named(token);
            case FUNCTION -> folded(node, Functions.call(this, node));
            case INFIX_OPERATOR, PREFIX_OPERATOR -> folded(node, Operators.term(this, node));
            default -> {
                report(
                        MappingCode.DAMAGED_EXPRESSION,
                        node,
                        "\"" + token.getValue() + "\" is not part of the language of mappings");
                yield NOTHING;
            }
        };
    }

    private Term literal(ASTNode node, String text) {
        if (!Decimals.isNumber(text)) {
            report(
                    MappingCode.DAMAGED_EXPRESSION,
                    node,
                    "\"" + text + "\" is not a decimal number such as 12.5 or 5e+05");
            return NOTHING;
        }
        return new Term.Constant(new Datum.Amount(new BigDecimal(text)));
    }

    List<Term> terms(List<ASTNode> nodes) {
        var terms = new ArrayList<Term>(nodes.size());
        for (ASTNode node : nodes) {
            terms.add(term(node));
        }
        return terms;
    }

    private Term named(Token token) {
        Datum constant = scope.constants().get(token.getValue());
        return constant != null
                ? new Term.Constant(constant)
                : cell(token.getValue(), position(token));
    }

    Term cell(String name, Position position) {
        int column = columns.indexOf(name);
        if (column >= 0) {
            return new Term.Cell(column, name);
        }
        problems.add(
                problem(MappingCode.UNKNOWN_COLUMN, position, ColumnNames.missing(name, columns)));
        return NOTHING;
    }

    private Term folded(ASTNode node, Term term) {
        if (!isConstant(node) || !problems.isEmpty()) {
            return term;
        }
        try {
            return new Term.Constant(term.of(_ -> ""));
        } catch (Refused | ArithmeticException refusal) {
            report(MappingCode.DAMAGED_EXPRESSION, node, "never computes: " + refusal.getMessage());
            return NOTHING;
        }
    }

    private static boolean isConstant(ASTNode node) {
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL, STRING_LITERAL -> true;
            case VARIABLE_OR_CONSTANT -> false;
            case FUNCTION ->
                    !node.getToken().getValue().equals(Functions.COLUMN)
                            && node.getParameters().stream().allMatch(Compiler::isConstant);
            default -> node.getParameters().stream().allMatch(Compiler::isConstant);
        };
    }

    void report(MappingCode code, ASTNode node, String message) {
        problems.add(problem(code, position(node.getToken()), message));
    }

    Position position(ASTNode node) {
        return position(node.getToken());
    }

    private Position position(Token token) {
        return new Position(
                formulaPosition.file(),
                formulaPosition.line(),
                formulaPosition.column() + Math.max(token.getStartPosition() - 1, 0));
    }

    static Problem problem(MappingCode code, Position position, String message) {
        return new Problem(code.code(), position, message, null);
    }
}

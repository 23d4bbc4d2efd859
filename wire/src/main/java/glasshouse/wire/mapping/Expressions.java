package glasshouse.wire.mapping;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/// Reads expressions. EvalEx parses them; what they mean is in [Operators] and [Functions], because
/// a mapping needs texts such as `00042` kept apart from numbers, decimals that cannot explode, and
/// nothing else that can be called.
final class Expressions {
    private static final int MOST_LENGTH = 1000;
    private static final int MOST_DEPTH = 50;

    private static final ExpressionConfiguration LANGUAGE =
            ExpressionConfiguration.builder()
                    .functionDictionary(new AnyFunction())
                    .defaultConstants(Map.of())
                    .arraysAllowed(false)
                    .structuresAllowed(false)
                    .implicitMultiplicationAllowed(false)
                    .build();

    private Expressions() {}

    /// The formula of a text; on damage a problem is added and a formula of nothing returned.
    static Formula read(String text, Position position, Problems problems) {
        if (text.length() > MOST_LENGTH) {
            problems.add(
                    damaged(
                            position,
                            "the expression has "
                                    + text.length()
                                    + " characters; at most "
                                    + MOST_LENGTH
                                    + " are allowed"));
            return new Formula.Word("", position);
        }
        try {
            ASTNode tree = new Expression(text, LANGUAGE).getAbstractSyntaxTree();
            if (depth(tree) > MOST_DEPTH) {
                problems.add(damaged(position, "the expression is nested too deeply"));
                return new Formula.Word("", position);
            }
            return new Formula.Tree(tree, position);
        } catch (ParseException broken) {
            problems.add(
                    damaged(
                            new Position(
                                    position.file(),
                                    position.line(),
                                    position.column() + Math.max(broken.getStartPosition() - 1, 0)),
                            broken.getMessage() + " in \"" + text + "\""));
            return new Formula.Word("", position);
        } catch (NoSuchElementException unmatched) {
            problems.add(
                    damaged(position, "a bracket closes that none opened in \"" + text + "\""));
            return new Formula.Word("", position);
        }
    }

    private static Problem damaged(Position position, String message) {
        return Compiler.problem(MappingCode.DAMAGED_EXPRESSION, position, message);
    }

    private static int depth(ASTNode node) {
        int deepest = 0;
        for (ASTNode part : node.getParameters()) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    /// Lets every call through; [Functions] refuses what there is not, with the nearest right name.
    private static final class AnyFunction implements FunctionDictionaryIfc {
        private static final FunctionIfc ANY = new Called();

        @Override
        public FunctionIfc getFunction(String name) {
            return ANY;
        }

        @Override
        public boolean hasFunction(String name) {
            return true;
        }

        @Override
        public void addFunction(String name, FunctionIfc function) {
            throw new UnsupportedOperationException("there is nothing to add to any function");
        }

        @Override
        public Set<String> getAvailableFunctionNames() {
            return Set.of();
        }

        @Override
        public Set<FunctionIfc> getAvailableFunctions() {
            return Set.of();
        }
    }

    @FunctionParameter(name = "arguments", isVarArg = true)
    private static final class Called extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(
                Expression expression, Token name, EvaluationValue... arguments)
                throws EvaluationException {
            throw new EvaluationException(name, "expressions are compiled, not evaluated here");
        }
    }
}

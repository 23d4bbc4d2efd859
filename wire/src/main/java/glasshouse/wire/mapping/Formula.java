package glasshouse.wire.mapping;

import com.ezylang.evalex.parser.ASTNode;
import glasshouse.document.Position;

/// An expression as written and read, not yet bound to columns; `position` is its beginning.
sealed interface Formula {
    Position position();

    /// A column by its name, whatever characters that has.
    record Column(String name, Position position) implements Formula {}

    /// A text as it stands.
    record Word(String text, Position position) implements Formula {}

    /// Anything else; tokens in `tree` count columns from 1 within the expression.
    record Tree(ASTNode tree, Position position) implements Formula {}

    static Formula column(String name) {
        return new Column(name, Position.NOWHERE);
    }
}

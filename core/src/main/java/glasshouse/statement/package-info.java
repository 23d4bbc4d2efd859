/// The statement: the account of a score, line by line, to the point.
@NullMarked
package glasshouse.statement;

import org.jspecify.annotations.NullMarked;

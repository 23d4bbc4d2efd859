/// Claims about `glasshouse.statement`.
@NullMarked
package glasshouse.statement;

import org.jspecify.annotations.NullMarked;

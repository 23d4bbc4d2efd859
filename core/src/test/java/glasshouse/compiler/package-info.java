/// Claims about `glasshouse.compiler`.
@NullMarked
package glasshouse.compiler;

import org.jspecify.annotations.NullMarked;

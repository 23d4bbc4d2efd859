/// From the text of a scheme to the compiled scheme, or to all that is wrong with it.
@NullMarked
package glasshouse.compiler;

import org.jspecify.annotations.NullMarked;

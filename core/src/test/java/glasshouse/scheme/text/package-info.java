/// Claims about `glasshouse.scheme.text`.
@NullMarked
package glasshouse.scheme.text;

import org.jspecify.annotations.NullMarked;

/// Claims about `glasshouse.reach`.
@NullMarked
package glasshouse.reach;

import org.jspecify.annotations.NullMarked;

/// Claims about `glasshouse.event`.
@NullMarked
package glasshouse.event;

import org.jspecify.annotations.NullMarked;

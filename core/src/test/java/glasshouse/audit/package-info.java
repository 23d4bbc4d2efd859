/// Claims about `glasshouse.audit`.
@NullMarked
package glasshouse.audit;

import org.jspecify.annotations.NullMarked;

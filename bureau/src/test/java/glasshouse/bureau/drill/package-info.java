@NullMarked
package glasshouse.bureau.drill;

import org.jspecify.annotations.NullMarked;

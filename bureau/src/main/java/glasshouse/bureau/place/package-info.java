/// Services that give a few places in a period: who applied, who ranks where, who gets one.
@NullMarked
package glasshouse.bureau.place;

import org.jspecify.annotations.NullMarked;

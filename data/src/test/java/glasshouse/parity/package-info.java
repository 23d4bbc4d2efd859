@NullMarked
package glasshouse.parity;

import org.jspecify.annotations.NullMarked;

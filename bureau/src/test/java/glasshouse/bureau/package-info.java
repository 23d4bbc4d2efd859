@NullMarked
package glasshouse.bureau;

import org.jspecify.annotations.NullMarked;

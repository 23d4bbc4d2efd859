/// Tests of closes.
@NullMarked
package glasshouse.close;

import org.jspecify.annotations.NullMarked;

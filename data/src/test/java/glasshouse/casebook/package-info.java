/// Tests of what findings are told as.
@NullMarked
package glasshouse.casebook;

import org.jspecify.annotations.NullMarked;

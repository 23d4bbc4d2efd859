/// Rating methods beside a bare pass over the same arrays.
@NullMarked
package glasshouse.bench.rating;

import org.jspecify.annotations.NullMarked;

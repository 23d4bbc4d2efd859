/// Benchmarks.
@NullMarked
package glasshouse.bench;

import org.jspecify.annotations.NullMarked;

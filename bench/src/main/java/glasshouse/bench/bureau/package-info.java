/// Benchmarks of the bureau: events in, decisions out.
@NullMarked
package glasshouse.bench.bureau;

import org.jspecify.annotations.NullMarked;

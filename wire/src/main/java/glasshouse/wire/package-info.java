/// Events and results as JSON and CSV.
@NullMarked
package glasshouse.wire;

import org.jspecify.annotations.NullMarked;

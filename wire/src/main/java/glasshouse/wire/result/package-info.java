/// Results as JSON, as pages, and as they are printed.
@NullMarked
package glasshouse.wire.result;

import org.jspecify.annotations.NullMarked;

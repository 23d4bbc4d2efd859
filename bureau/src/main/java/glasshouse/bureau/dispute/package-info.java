/// Disputes: what people object to, what a human decided, and who is told of it.
@NullMarked
package glasshouse.bureau.dispute;

import org.jspecify.annotations.NullMarked;

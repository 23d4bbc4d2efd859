/// Closes: what hangs on everybody's ratings or scores, reckoned over all people at the beginning
/// of a day.
@NullMarked
package glasshouse.close;

import org.jspecify.annotations.NullMarked;

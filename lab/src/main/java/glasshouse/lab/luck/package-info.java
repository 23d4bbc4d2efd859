/// Draws that two worlds share: one number for one cause.
@NullMarked
package glasshouse.lab.luck;

import org.jspecify.annotations.NullMarked;

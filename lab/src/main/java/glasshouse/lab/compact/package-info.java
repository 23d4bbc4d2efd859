/// Accounts of millions, a few bytes each, within a point of the exact ones.
@NullMarked
package glasshouse.lab.compact;

import org.jspecify.annotations.NullMarked;
